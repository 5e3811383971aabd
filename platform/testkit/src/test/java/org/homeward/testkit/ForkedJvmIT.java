package org.homeward.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ForkedJvmIT {
  /** Counts for ever. */
  static final class Counter {
    public static void main(String[] arguments) throws InterruptedException {
      for (int i = 0; ; i++) {
        System.out.println(arguments[0] + i);
        if (new CountDownLatch(1).await(10, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    }
  }

  @Test
  void suspendedChildIsSilentUntilResumed() {
    try (var child = ForkedJvm.start(Counter.class, "n")) {
      child.awaitLine("n3"::equals);
      child.suspend();
      var seen = new AtomicInteger();
      await()
          .during(Duration.ofMillis(200))
          .atMost(Duration.ofSeconds(5))
          .until(() -> seen.getAndSet(child.lines().size()) == child.lines().size());
      int silent = seen.get();

      child.resume();

      child.awaitLine(("n" + (silent + 2))::equals);
    }
  }

  @Test
  void killedChildIsGoneAndWaitingForItsLinesFails() {
    try (var child = ForkedJvm.start(Counter.class, "n")) {
      child.awaitLine("n0"::equals);
      child.kill();

      assertThat(ProcessHandle.of(child.pid())).isEmpty();
      assertThatThrownBy(() -> child.awaitLine("never"::equals))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("it ended with 137");
    }
  }
}
