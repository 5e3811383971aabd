package org.homeward.schema.people;

/** State of one child in a case. An unverified statement leads to LOCATED_UNVERIFIED only. */
public enum ChildState {
  MISSING,
  LOCATED_UNVERIFIED,
  ENDED
}
