package org.homeward.schema.facts;

/** State of one child in a case. A word without verification gives LOCATED_UNVERIFIED only. */
public enum ChildState {
  MISSING,
  LOCATED_UNVERIFIED,
  ENDED
}
