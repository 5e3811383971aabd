package org.homeward.schema.facts;

/** State of an alert that was approved; before that no event tells of it. */
public enum AlertStatus {
  ACTIVE,
  FROZEN,
  CANCELLED,
  EXPIRED,
  ENDED
}
