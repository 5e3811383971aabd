package org.homeward.intake.aftercare;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The child was asked whether one claimant may learn where it is.
 *
 * @param report of the case whose caller the claimant is
 * @param by opaque id of the person who recorded it
 */
record Hearing(String child, String report, Wish wish, Meeting meeting, String by, Instant at) {

  /** What the child said; a code alone, because its words are for confidants. */
  enum Wish {
    AGREES,
    DOES_NOT_MIND,
    REFUSES,
    /** The child fears this person. */
    FEARS
  }

  Hearing {
    requireNonNull(child, "child");
    requireNonNull(report, "report");
    requireNonNull(wish, "wish");
    requireNonNull(meeting, "meeting");
    requireNonNull(by, "by");
    requireNonNull(at, "at");
  }

  /** Whether the child lets the claimant learn it. */
  boolean agrees() {
    return wish == Wish.AGREES || wish == Wish.DOES_NOT_MIND;
  }

  boolean isOf(String otherChild, String otherReport) {
    return child.equals(otherChild) && report.equals(otherReport);
  }

  @Override
  public String toString() {
    return "Hearing[" + wish + "]";
  }
}
