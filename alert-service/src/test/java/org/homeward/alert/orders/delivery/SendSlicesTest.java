package org.homeward.alert.orders.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which slice is sent when, and that none waits for a stuck one. */
@Timeout(30)
class SendSlicesTest {

  private final List<String> told = new CopyOnWriteArrayList<>();
  private final CountDownLatch stuck = new CountDownLatch(1);
  private final AtomicInteger left = new AtomicInteger();
  private final SendSlices sendSlices = new SendSlices(this::batch, id -> id.startsWith("end"), 2);

  @AfterEach
  void close() {
    stuck.countDown();
    sendSlices.close();
  }

  private boolean batch(String id) {
    told.add(id);
    if (id.startsWith("stuck")) {
      try {
        stuck.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    if (id.equals("broken")) {
      throw new IllegalStateException("broken");
    }
    return left.getAndDecrement() > 0;
  }

  @Test
  @Proves(4)
  void endsGoOutWhileEveryPlaceOfOtherAlertsIsTaken() {
    for (int i = 0; i < 5; i++) {
      sendSlices.due("stuck-" + i);
    }
    await().until(() -> told.stream().filter(what -> what.startsWith("stuck")).count() == 2);

    sendSlices.due("end");

    await().until(() -> told.contains("end"));
    assertThat(told).filteredOn(what -> what.startsWith("stuck")).hasSize(2);
  }

  @Test
  void sliceIsSentUntilNothingOfItIsLeft() {
    left.set(2);

    sendSlices.due("end");

    await().until(() -> told.size() == 3);
    assertThat(told).containsExactly("end", "end", "end");
  }

  @Test
  void alarmThatComesWhileASliceIsSentIsAnsweredAfterIt() {
    sendSlices.due("stuck");
    await().until(() -> told.contains("stuck"));
    sendSlices.due("stuck");
    sendSlices.due("stuck");

    stuck.countDown();

    await().until(() -> told.size() == 2);
    assertThat(told).filteredOn("stuck"::equals).hasSize(2);
  }

  @Test
  void sliceThatFailedIsSentAtItsNextAlarm() {
    sendSlices.due("broken");
    await()
        .until(
            () -> {
              sendSlices.due("broken");
              return told.stream().filter("broken"::equals).count() > 2;
            });
  }
}
