package org.homeward.bridge.messages;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.bridge.*}, as far as it is about sending.
 *
 * @param resend the first pause after an attempt that was not answered; it doubles
 * @param resendMax the longest pause between two attempts
 * @param deadline of one attempt to reach a partner
 */
@ConfigurationProperties("homeward.bridge")
record SendSettings(Duration resend, Duration resendMax, Duration deadline) {

  /** Shorter than an alarm's claim, or another instance would make the same attempt. */
  private static final Duration MAX_DEADLINE = Duration.ofSeconds(25);

  SendSettings {
    positive("resend", resend);
    positive("deadline", deadline);
    if (deadline.compareTo(MAX_DEADLINE) > 0) {
      throw new IllegalArgumentException("homeward.bridge.deadline is longer than 25 s");
    }
  }

  private static void positive(String name, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("homeward.bridge." + name + " is not positive");
    }
  }

  /** As precise as it is stored. */
  Instant next(int attempts, Instant now) {
    return now.plus(pause(attempts)).truncatedTo(ChronoUnit.MILLIS);
  }

  private Duration pause(int attempts) {
    long millis = resend.toMillis() << Math.min(attempts, 20);
    return millis <= 0 || millis > resendMax.toMillis() ? resendMax : Duration.ofMillis(millis);
  }
}
