package org.homeward.bridge.messages;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How often and how long.
 *
 * @param resend the first pause after an attempt that was not answered; it doubles
 * @param longest pause between two attempts
 * @param deadline of one attempt
 */
public record SendSettings(Duration resend, Duration longest, Duration deadline) {

  /** As precise as it is stored. */
  Instant next(int attempts, Instant now) {
    return now.plus(pause(attempts)).truncatedTo(ChronoUnit.MILLIS);
  }

  private Duration pause(int attempts) {
    long millis = resend.toMillis() << Math.min(attempts, 20);
    return millis <= 0 || millis > longest.toMillis() ? longest : Duration.ofMillis(millis);
  }
}
