package org.homeward.engines.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BoundedStopTest {
  @Test
  void engineThatHangsIsGivenUp() {
    var never = new CountDownLatch(1);

    assertThat(BoundedStop.within(Duration.ofMillis(50), "test engine", never::await)).isFalse();
    assertThat(never.getCount()).isOne();
    never.countDown();
  }

  @Test
  void engineThatFailsToStopIsNotClean() {
    assertThat(BoundedStop.within(Duration.ofSeconds(5), "test engine", this::fail)).isFalse();
    assertThat(BoundedStop.within(Duration.ofSeconds(5), "test engine", () -> {})).isTrue();
  }

  private void fail() {
    throw new IllegalStateException("as planned");
  }
}
