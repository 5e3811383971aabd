package org.homeward.alert.subscribers.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.Test;

class RatesTest {

  private final SettableClock clock = SettableClock.at(Instant.parse("2026-03-01T12:00:00Z"));
  private final Rates rates = new Rates(2, clock);

  @Test
  void eachWebhookHasItsOwnMinute() {
    rates.count("one");
    assertThat(rates.permits("one")).isTrue();
    clock.advance(Duration.ofSeconds(30));
    rates.count("one");

    assertThat(rates.permits("one")).isFalse();
    assertThat(rates.permits("another")).isTrue();
    clock.advance(Duration.ofSeconds(30));
    assertThat(rates.permits("one")).isTrue();
    rates.count("one");
    assertThat(rates.permits("one")).as("a new minute has begun").isTrue();
  }
}
