package org.homeward.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoopTest {

  private static final Duration SOON = Duration.ofMillis(20);
  private static final Duration FOR_LONG = Duration.ofHours(1);

  private final AtomicInteger turns = new AtomicInteger();

  @Test
  void aLoopThatRestsForLongIsNotLate() {
    try (var loop =
        Loop.paced(
            "sweep",
            SOON,
            () -> {
              turns.incrementAndGet();
              return FOR_LONG;
            })) {
      loop.start();
      await().until(() -> turns.get() == 1);
      await().untilAsserted(() -> assertThat(loop.late()).isZero());
    }
  }

  @Test
  void aLoopWhoseTurnsFailBecomesLate() {
    try (var loop =
        Loop.paced(
            "sweep",
            SOON,
            () -> {
              if (turns.incrementAndGet() > 1) {
                throw new IllegalStateException("away");
              }
              return SOON;
            })) {
      loop.start();

      await().untilAsserted(() -> assertThat(loop.late()).isPositive());
      Duration before = loop.late();
      int failed = turns.get();
      await().until(() -> turns.get() > failed);
      assertThat(loop.late()).as("a turn that fails makes up for nothing").isGreaterThan(before);
    }
  }
}
