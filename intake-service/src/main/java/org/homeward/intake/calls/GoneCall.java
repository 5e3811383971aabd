package org.homeward.intake.calls;

import java.time.Duration;
import java.util.Set;

/**
 * The tombstone of a call; for everybody it is as if there had been none.
 *
 * @param notTo the people from whom the call was kept by itself
 */
record GoneCall(boolean exercise, Set<String> notTo) implements KeptCall {

  /** Nothing asks for it any more. */
  static final Duration KEPT = Duration.ofDays(30);

  GoneCall {
    notTo = notTo == null ? Set.of() : Set.copyOf(notTo);
  }

  static GoneCall of(KeptCall call) {
    return new GoneCall(call.exercise(), call.notTo());
  }
}
