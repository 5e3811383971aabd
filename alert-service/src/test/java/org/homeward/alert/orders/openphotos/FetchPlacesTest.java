package org.homeward.alert.orders.openphotos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However slowly intake answers, few wait for it. */
class FetchPlacesTest {

  private static void fill(FetchPlaces places) {
    for (int i = 0; i < FetchPlaces.AT_A_TIME; i++) {
      assertThat(places.take()).isTrue();
    }
  }

  @Test
  void whoeverFindsNoPlaceInTimeGoesWithoutOne() {
    var places = new FetchPlaces(Duration.ZERO);
    fill(places);
    assertThat(places.take()).isFalse();

    places.give();

    assertThat(places.take()).isTrue();
    assertThat(places.take()).isFalse();
  }

  @Test
  @Timeout(60)
  void fewWaitAndAreServedOneAfterTheOther() throws Exception {
    var places = new FetchPlaces(Duration.ofHours(1));
    fill(places);
    List<Future<Boolean>> patient = new ArrayList<>();
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < FetchPlaces.WAITING; i++) {
        patient.add(readers.submit(places::take));
      }
      await().until(() -> places.waiting() == FetchPlaces.WAITING);

      assertThat(places.take()).as("no queue grows").isFalse();

      for (int i = 0; i < FetchPlaces.WAITING; i++) {
        places.give();
      }
      for (Future<Boolean> each : patient) {
        assertThat(each.get()).isTrue();
      }
    }
  }
}
