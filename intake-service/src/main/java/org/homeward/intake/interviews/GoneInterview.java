package org.homeward.intake.interviews;

import java.time.Duration;

/** The mark of an interview whose case is erased. */
record GoneInterview(boolean erased) implements KeptInterview {

  static final GoneInterview ERASED = new GoneInterview(true);

  /** A request that was under way when the case was erased is long over then. */
  static final Duration KEPT = Duration.ofDays(30);
}
