package org.homeward.schema.facts;

/** What a stop stops. */
public enum StopScope {
  NODE,
  CASE,
  ALERT
}
