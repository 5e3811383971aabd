package org.homeward.intake.cases.news;

/** The outcome of news about a case. */
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
  /** Refused for ever: the handover's sender is not the owner of the case. */
  NOT_THE_OWNER,
  /** Refused for ever: its owner leaves this node no room to keep it from anybody itself. */
  TOO_MANY_KEPT_FROM;

  /** Whether it would be refused however often it came. */
  public boolean isRefusal() {
    return this == EXERCISE_CHANGED || this == NOT_THE_OWNER || this == TOO_MANY_KEPT_FROM;
  }
}
