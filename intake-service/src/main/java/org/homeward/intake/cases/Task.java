package org.homeward.intake.cases;

import java.time.Instant;

/** Something that should have happened and did not; it stands until somebody has done it. */
public record Task(Kind kind, String report, Instant since) {

  /** What is to be done. */
  public enum Kind {
    /** A report is still held although its time for review has come. */
    REVIEW_HELD_REPORT
  }
}
