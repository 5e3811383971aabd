package org.homeward.schema.snapshots;

/** The reason of a recall. */
public enum RecallReason {
  FOUND,
  WITHDRAWN,
  ERASED,
  MISTAKE,
  LEASE,
  OTHER
}
