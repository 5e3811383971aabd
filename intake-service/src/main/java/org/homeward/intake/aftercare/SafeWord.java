package org.homeward.intake.aftercare;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of the safety of a child, as a person here recorded it. It is recorded whether
 * it counts or not.
 *
 * @param meeting with the child; null only for a mistake
 * @param hiding null where the word says nothing of it
 * @param note in the person's words; never null for a mistake, nor for a child who need not be
 *     hidden any more
 * @param by opaque id of the person who recorded it
 */
record SafeWord(
    String child,
    Finding finding,
    @Nullable Meeting meeting,
    @Nullable Hiding hiding,
    @Nullable String note,
    String by,
    Instant at) {

  /** What was found. */
  enum Finding {
    SAFE,
    NOT_SAFE,
    /** The words before were recorded by mistake: nobody knows. */
    MISTAKEN
  }

  /** Whether anybody may be told where the child is; saying nothing changes nothing. */
  enum Hiding {
    /** Nobody. */
    KEEP_HIDDEN,
    /** The reason to keep the child hidden is gone. */
    NO_LONGER
  }

  SafeWord {
    requireNonNull(child, "child");
    requireNonNull(finding, "finding");
    requireNonNull(by, "by");
    requireNonNull(at, "at");
    if (finding == Finding.MISTAKEN) requireNonNull(note, "note");
    if (finding != Finding.MISTAKEN) requireNonNull(meeting, "meeting");
    if (hiding == Hiding.NO_LONGER) requireNonNull(note, "note");
  }

  /** Whether it keeps the child from somebody: it is taken at any time. */
  boolean protects() {
    return finding == Finding.NOT_SAFE || hiding == Hiding.KEEP_HIDDEN;
  }

  @Override
  public String toString() {
    return "SafeWord[" + finding + "]";
  }
}
