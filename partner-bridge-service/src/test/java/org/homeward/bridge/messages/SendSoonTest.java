package org.homeward.bridge.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SendSoonTest {

  private static final int AT_ONCE = 8;

  private final Queue<String> begun = new ConcurrentLinkedQueue<>();
  private final CountDownLatch answered = new CountDownLatch(1);

  @Test
  void partnerThatDoesNotAnswerKeepsOnlyItsOwnWaiting() {
    try (var soon = new SendSoon(this::send, id -> id.substring(0, 2))) {
      for (int i = 0; i < AT_ONCE + 1; i++) {
        soon.send("gr-" + i);
      }
      Awaitility.await().until(() -> begun.size() == AT_ONCE);
      soon.send("hu-0");

      Awaitility.await().until(() -> begun.contains("hu-0"));
      assertThat(begun).as("the ninth of gr waits for one of the eight").hasSize(AT_ONCE + 1);

      answered.countDown();
      Awaitility.await().until(() -> begun.size() == AT_ONCE + 2);
    }
  }

  @Test
  void sendingThatFailsGivesItsPlaceToTheNext() {
    answered.countDown();
    try (var soon = new SendSoon(this::fail, id -> "gr")) {
      for (int i = 0; i < 3 * AT_ONCE; i++) {
        soon.send("gr-" + i);
      }

      Awaitility.await().until(() -> begun.size() == 3 * AT_ONCE);
    }
  }

  private void send(String id) {
    begun.add(id);
    if (id.startsWith("gr")) {
      try {
        answered.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void fail(String id) {
    begun.add(id);
    throw new IllegalStateException("the store does not answer");
  }
}
