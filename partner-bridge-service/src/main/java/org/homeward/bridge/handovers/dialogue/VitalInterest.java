package org.homeward.bridge.handovers.dialogue;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A vital interest: one person opens it for twelve hours, a second one for good.
 *
 * @param justification a code
 * @param confirmedBy another person
 */
public record VitalInterest(
    String by, String justification, String reference, Instant at, @Nullable String confirmedBy) {

  static final Duration ALONE = Duration.ofHours(12);

  public Instant until() {
    return at.plus(ALONE);
  }

  public boolean isConfirmed() {
    return confirmedBy != null;
  }

  public boolean holds(Instant now) {
    return isConfirmed() || now.isBefore(until());
  }

  public VitalInterest confirmed(String person) {
    return new VitalInterest(by, justification, reference, at, person);
  }
}
