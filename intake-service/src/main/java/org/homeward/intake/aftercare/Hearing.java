package org.homeward.intake.aftercare;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.homeward.schema.facts.Feared;

/**
 * The child was asked whether one claimant may learn where it is.
 *
 * @param report of the case whose caller the claimant is
 * @param feared whom the child fears, {@code NOBODY} if it says so; empty where it was not asked
 * @param by opaque id of the person who recorded it
 * @param incarnation of the data when it was recorded
 */
record Hearing(
    String child,
    String report,
    Wish wish,
    Set<Feared> feared,
    Meeting meeting,
    String by,
    Instant at,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int incarnation) {

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

  /** Before a restore nothing counts: what the child said since then may be lost. */
  boolean countsIn(int newest) {
    return meeting.counts() && incarnation == newest;
  }

  /** Whom the child fears, by anybody's word; a claimant whom it fears may be anybody. */
  Set<Feared> fears() {
    Set<Feared> whom = EnumSet.noneOf(Feared.class);
    whom.addAll(feared);
    whom.remove(Feared.NOBODY);
    if (wish == Wish.FEARS) whom.add(Feared.OTHER);
    return whom;
  }

  /** Whether it keeps somebody away from the child: it is taken at any time. */
  boolean protects() {
    return !agrees() || !fears().isEmpty();
  }

  @Override
  public String toString() {
    return "Hearing[" + wish + "]";
  }
}
