package org.homeward.alert.orders.openphotos;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Bounds the requests that fetch pictures, however slowly intake answers. */
final class FetchPlaces {

  static final int AT_A_TIME = 4;

  /** Those that wait for one of them: pages keep the other places. */
  static final int WAITING = 8;

  static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Duration patience;
  private final Semaphore places = new Semaphore(AT_A_TIME, true);

  /**
   * @param patience so long a request waits for a place
   */
  FetchPlaces(Duration patience) {
    this.patience = patience;
  }

  /** Whether the caller may fetch now; it gives the place back after that. */
  boolean take() {
    try {
      return waiting() < WAITING && places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void give() {
    places.release();
  }

  int waiting() {
    return places.getQueueLength();
  }
}
