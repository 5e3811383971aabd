package org.homeward.intake.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person should do; it stands until it is done.
 *
 * @param report the report it is about, or null
 * @param subject the handover, stop or child it comes from, or null
 */
public record Task(Kind kind, @Nullable String report, @Nullable String subject, Instant since) {

  /** What is to be done. */
  public enum Kind {
    /** A report is still held although its time for review has come. */
    REVIEW_HELD_REPORT,
    /** Its alerts were stopped; handovers and other alerts go on unless it is frozen. */
    FREEZE_CASE_TOO,
    READ_SIGHTING,
    READ_PROPOSAL,
    /** A partner has not acknowledged, answered or sent its receipt in time. */
    CALL_PARTNER,
    /** An end was done again after a restore: what it was verified with is lost. */
    CONFIRM_END
  }

  /** Unique in its case, and fit for a path: {@code READ_SIGHTING.handover.{id}}. */
  public String id() {
    return kind + "." + (subject == null ? "report." + report : subject.replace('/', '.'));
  }

  static Task confirmEnd(String child, Instant since) {
    return new Task(Kind.CONFIRM_END, null, "child/" + child, since);
  }

  static Task review(String report, Instant since) {
    return new Task(Kind.REVIEW_HELD_REPORT, report, null, since);
  }
}
