package org.homeward.intake.shifts;

import java.time.Duration;

/** The tombstone of what a shift left. */
record GoneShift(boolean expired) implements KeptShift {

  /** Nothing asks for it any more. */
  static final Duration KEPT = Duration.ofDays(30);

  static final GoneShift EXPIRED = new GoneShift(true);
}
