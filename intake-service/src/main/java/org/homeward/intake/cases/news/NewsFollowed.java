package org.homeward.intake.cases.news;

/** What became of news about a case. */
enum NewsFollowed {
  APPLIED,
  /** All of it was known. */
  KNOWN,
  /** Nothing in it is for a case of ours. */
  NOT_FOR_US,
  /** There is no such case here, or not yet. */
  UNKNOWN_CASE,
  /** An erased case stays erased. */
  ERASED_CASE,
  /** Refused for ever: an exercise cannot become real, nor the reverse. */
  EXERCISE_CHANGED,
  /** Refused for ever: a handover speaks for the owner of a case who is not the owner. */
  NOT_THE_OWNER;

  /** Whether it would be refused however often it came. */
  public boolean isRefusal() {
    return this == EXERCISE_CHANGED || this == NOT_THE_OWNER;
  }
}
