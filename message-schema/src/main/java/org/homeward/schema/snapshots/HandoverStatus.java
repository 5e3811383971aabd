package org.homeward.schema.snapshots;

/** State of a handover that is not erased; equal on both sides once all messages have arrived. */
public enum HandoverStatus {
  OFFERED,
  ACKNOWLEDGED,
  ACCEPTED,
  REJECTED,
  COUNTERED,
  RELEASED,
  ENDED,
  REVOKED,
  RECALLED,
  CLOSED
}
