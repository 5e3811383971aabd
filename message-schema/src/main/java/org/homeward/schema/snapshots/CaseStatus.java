package org.homeward.schema.snapshots;

/** State of a case that is not erased. */
public enum CaseStatus {
  OPEN,
  ENDED
}
