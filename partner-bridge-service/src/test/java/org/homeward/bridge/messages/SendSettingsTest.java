package org.homeward.bridge.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SendSettingsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void pausesDoubleUpToTheLongest() {
    var settings = new SendSettings(Duration.ofSeconds(2), Duration.ofSeconds(60), SECOND);

    assertThat(settings.next(0, NOW)).isEqualTo(NOW.plusSeconds(2));
    assertThat(settings.next(1, NOW)).isEqualTo(NOW.plusSeconds(4));
    assertThat(settings.next(4, NOW)).isEqualTo(NOW.plusSeconds(32));
    assertThat(settings.next(5, NOW)).isEqualTo(NOW.plusSeconds(60));
    assertThat(settings.next(10_000, NOW)).as("for ever").isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void attemptIsShorterThanAnAlarmsClaimAndEveryPauseIsOne() {
    assertThatThrownBy(() -> new SendSettings(SECOND, SECOND, Duration.ofSeconds(26)))
        .hasMessage("homeward.bridge.deadline is longer than 25 s");
    assertThatThrownBy(() -> new SendSettings(Duration.ZERO, SECOND, SECOND))
        .hasMessage("homeward.bridge.resend is not positive");
    assertThatThrownBy(() -> new SendSettings(SECOND, SECOND, Duration.ofSeconds(-1)))
        .hasMessage("homeward.bridge.deadline is not positive");
  }
}
