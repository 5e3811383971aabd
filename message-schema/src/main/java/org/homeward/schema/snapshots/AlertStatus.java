package org.homeward.schema.snapshots;

/** State of an approved alert; before the approval there is no event. */
public enum AlertStatus {
  ACTIVE,
  FROZEN,
  CANCELLED,
  EXPIRED,
  ENDED
}
