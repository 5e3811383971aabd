package org.homeward.copies;

/** What became of a piece of news. */
public enum Followed {
  APPLIED,
  /** The copy had it; what follows from it was done once more. */
  APPLIED_BEFORE,
  /** The copy is newer. */
  OLDER,
  /** Refused for ever: an exercise cannot become real, nor the reverse. */
  EXERCISE_CHANGED
}
