package org.homeward.intake.shifts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The notes that one shift leaves to the next. Open work stands in drafts, cases and worksheets,
 * and is read there; here are only words.
 *
 * @param words for everybody of the team; absent when nothing was to be said
 * @param lines words about single cases
 * @param leftBy opaque id of the person who leaves
 * @param acceptBy when somebody should have accepted it
 * @param rangAt when it began to ring because nobody had
 * @param over how it ended; absent as long as it waits for somebody
 */
record Shift(
    @Nullable String words,
    List<Line> lines,
    String leftBy,
    Instant leftAt,
    Instant acceptBy,
    @Nullable Instant rangAt,
    @Nullable Over over)
    implements KeptShift {

  Shift {
    lines = lines == null ? List.of() : List.copyOf(lines);
    requireNonNull(leftBy, "leftBy");
    requireNonNull(leftAt, "leftAt");
    requireNonNull(acceptBy, "acceptBy");
  }

  /** Words about one case: as hidden as the case, and erased with it. */
  record Line(String caseId, String text) {

    Line {
      requireNonNull(caseId, "caseId");
      requireNonNull(text, "text");
    }

    @Override
    public String toString() {
      return "Line[" + caseId + "]";
    }
  }

  /** By whom it ended, and when. */
  record Over(How how, String by, Instant at) {

    Over {
      requireNonNull(how, "how");
      requireNonNull(by, "by");
      requireNonNull(at, "at");
    }
  }

  /** How it ended. */
  enum How {
    ACCEPTED,
    /** Whoever left it stays after all. */
    TAKEN_BACK
  }

  boolean isWaiting() {
    return over == null;
  }

  /** Nobody has accepted it in time. */
  boolean isOverdue(Instant now) {
    return isWaiting() && !now.isBefore(acceptBy);
  }

  Set<String> cases() {
    Set<String> cases = new TreeSet<>();
    lines.forEach(line -> cases.add(line.caseId()));
    return cases;
  }

  Shift rung(Instant now) {
    return new Shift(words, lines, leftBy, leftAt, acceptBy, now, over);
  }

  Shift ended(How how, String by, Instant now) {
    return new Shift(words, lines, leftBy, leftAt, acceptBy, rangAt, new Over(how, by, now));
  }

  /** Also drops the general words: they may name a child of the erased case. */
  Shift without(Predicate<String> erased) {
    List<Line> left = lines.stream().filter(line -> !erased.test(line.caseId())).toList();
    return left.size() == lines.size()
        ? this
        : new Shift(null, left, leftBy, leftAt, acceptBy, rangAt, over);
  }

  @Override
  public String toString() {
    return "Shift[redacted]";
  }
}
