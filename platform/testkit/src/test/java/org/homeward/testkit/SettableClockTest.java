package org.homeward.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SettableClockTest {
  @Test
  void standsStillUntilMovedAndKnowsOnlyMilliseconds() {
    var clock = SettableClock.at("2026-03-01T22:15:00.123456Z");

    assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-01T22:15:00.123Z"));
    assertThat(clock.advance(Duration.ofSeconds(2)))
        .isEqualTo(clock.instant())
        .isEqualTo(Instant.parse("2026-03-01T22:15:02.123Z"));
  }
}
