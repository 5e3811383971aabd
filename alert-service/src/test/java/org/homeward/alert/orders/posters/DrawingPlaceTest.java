package org.homeward.alert.orders.posters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class DrawingPlaceTest {

  private final DrawingPlace place = new DrawingPlace();
  private final CountDownLatch done = new CountDownLatch(1);

  @Test
  void oneDrawsAndFewWait() throws Exception {
    List<Future<Optional<String>>> drawings = new ArrayList<>();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      var begun = new CountDownLatch(1);
      drawings.add(people.submit(() -> place.draw(() -> awaited(begun))));
      begun.await();
      for (int i = 0; i < DrawingPlace.MOST_WAITING; i++) {
        drawings.add(people.submit(() -> place.draw(() -> "waited")));
      }
      Awaitility.await().until(() -> place.waiting() == DrawingPlace.MOST_WAITING);

      assertThat(place.draw(() -> "too many")).isEmpty();
      done.countDown();

      for (Future<Optional<String>> drawing : drawings) {
        assertThat(drawing.get()).isPresent();
      }
    }
    assertThat(place.draw(() -> "free again")).contains("free again");
  }

  private String awaited(CountDownLatch begun) {
    begun.countDown();
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "first";
  }
}
