package org.homeward.schema.facts;

/** Why a holder has to stop and erase. */
public enum RecallReason {
  FOUND,
  WITHDRAWN,
  ERASED,
  MISTAKE,
  LEASE,
  OTHER
}
