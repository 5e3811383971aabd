package org.homeward.schema.snapshots;

/** The scope of a stop. */
public enum StopScope {
  NODE,
  CASE,
  ALERT
}
