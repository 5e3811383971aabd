package org.homeward.intake.aftercare;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
import org.homeward.schema.facts.Feared;

/**
 * The child was asked whether one claimant may learn where it is.
 *
 * @param report of the case whose caller the claimant is
 * @param feared whom the child fears, {@code NOBODY} if it says so; empty where it was not asked
 * @param by opaque id of the person who recorded it
 */
record Hearing(
    String child,
    String report,
    Wish wish,
    Set<Feared> feared,
    Meeting meeting,
    String by,
    Instant at) {

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
    feared = feared == null ? Set.of() : Set.copyOf(feared);
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

  /**
   * Which of two counts: the later meeting, however late somebody records an earlier one. Of two at
   * one time it is the refusal.
   */
  Hearing orLater(Hearing other) {
    int order = meeting.at().compareTo(other.meeting().at());
    if (order == 0) {
      return agrees() ? other : this;
    }
    return order > 0 ? this : other;
  }

  /** Anybody's word says whom the child fears; that it fears nobody, only one that counts. */
  boolean tellsOf(Feared whom) {
    return feared.contains(whom) && (whom != Feared.NOBODY || meeting.counts());
  }

  @Override
  public String toString() {
    return "Hearing[" + wish + "]";
  }
}
