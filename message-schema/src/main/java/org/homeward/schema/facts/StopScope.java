package org.homeward.schema.facts;

/** The scope of a stop. */
public enum StopScope {
  NODE,
  CASE,
  ALERT
}
