package org.homeward.intake.risk;

import java.time.Duration;

/** The mark of an assessment whose case is erased. */
record GoneAssessment(boolean erased) implements KeptAssessment {

  static final GoneAssessment ERASED = new GoneAssessment(true);

  /** A request that was under way when the case was erased is long over then. */
  static final Duration KEPT = Duration.ofDays(30);
}
