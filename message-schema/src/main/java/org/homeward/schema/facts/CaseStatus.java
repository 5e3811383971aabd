package org.homeward.schema.facts;

/** State of a case that is not erased. */
public enum CaseStatus {
  OPEN,
  ENDED
}
