package org.homeward.copies;

/** The outcome of news about a case. */
public enum Followed {
  APPLIED,
  /** The copy had it already; the reactions ran again. */
  APPLIED_BEFORE,
  /** The copy is newer. */
  OLDER,
  /** Refused for ever: an exercise cannot become real, nor the reverse. */
  EXERCISE_CHANGED
}
