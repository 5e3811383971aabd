package org.homeward.intake.tips;

import java.time.Duration;

/** The tombstone of a tip; for everybody it is as if there had been none. */
record GoneTip(boolean exercise) implements KeptTip {

  /** Nothing asks for it any more. */
  static final Duration KEPT = Duration.ofDays(30);
}
