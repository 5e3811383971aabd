package org.homeward.intake.tips;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.homeward.intake.tips.TipCeiling.Room;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.Test;

class TipCeilingTest {

  private final SettableClock clock = SettableClock.at("2026-03-01T22:15:00Z");
  private final TipCeiling ceiling = new TipCeiling(2, 3, clock);

  @Test
  void oneClientSendsSoManyAndAllTogetherSoMany() {
    assertThat(ceiling.take("a")).isEqualTo(Room.FREE);
    assertThat(ceiling.take("a")).isEqualTo(Room.FREE);
    assertThat(ceiling.take("a")).isEqualTo(Room.CLIENT_HAS_SENT_MANY);
    assertThat(ceiling.take("b")).as("what was refused does not count").isEqualTo(Room.FREE);
    assertThat(ceiling.take("c")).isEqualTo(Room.NODE_HAS_TAKEN_MANY);
  }

  @Test
  void theHourOfTheNodeSlides() {
    ceiling.take("a");
    clock.advance(Duration.ofMinutes(50));
    ceiling.take("b");
    ceiling.take("c");
    clock.advance(Duration.ofMinutes(10));
    assertThat(ceiling.take("d")).as("the first is an hour ago").isEqualTo(Room.FREE);
    assertThat(ceiling.take("e")).isEqualTo(Room.NODE_HAS_TAKEN_MANY);
  }

  @Test
  void manyHouseholdsOfOneLineShareAnAllowance() {
    var wide = new TipCeiling(1, 100, clock);
    for (int i = 0; i < 5; i++) {
      assertThat(wide.take("20010db80001000" + i)).isEqualTo(Room.FREE);
    }
    assertThat(wide.take("20010db800010005")).isEqualTo(Room.CLIENT_HAS_SENT_MANY);
    assertThat(wide.take("20010db800020000")).as("another line").isEqualTo(Room.FREE);
    assertThat(wide.take("192.0.2.1")).isEqualTo(Room.FREE);
  }

  @Test
  void anHourLaterThereIsRoomAgain() {
    ceiling.take("a");
    ceiling.take("a");
    clock.advance(Duration.ofMinutes(59));
    assertThat(ceiling.take("a")).isEqualTo(Room.CLIENT_HAS_SENT_MANY);
    clock.advance(Duration.ofMinutes(1));
    assertThat(ceiling.take("a")).isEqualTo(Room.FREE);
  }
}
