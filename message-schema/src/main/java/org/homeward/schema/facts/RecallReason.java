package org.homeward.schema.facts;

/** The reason of a recall. */
public enum RecallReason {
  FOUND,
  WITHDRAWN,
  ERASED,
  MISTAKE,
  LEASE,
  OTHER
}
