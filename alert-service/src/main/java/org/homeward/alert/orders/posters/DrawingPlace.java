package org.homeward.alert.orders.posters;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The one place of an instance where a poster is drawn, and a short queue before it: a drawing
 * holds some megabytes for about a second, and alerts need both.
 */
final class DrawingPlace {

  static final int MOST_WAITING = 3;

  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private final Semaphore place = new Semaphore(1, true);

  /** The queue and the one who draws. */
  private final Semaphore queue = new Semaphore(1 + MOST_WAITING);

  /** Empty when too many are in the queue already, or none of them is done for long. */
  <T> Optional<T> draw(Supplier<T> drawing) {
    if (!queue.tryAcquire()) {
      return Optional.empty();
    }
    try {
      if (!isMyTurn()) {
        return Optional.empty();
      }
      try {
        return Optional.of(drawing.get());
      } finally {
        place.release();
      }
    } finally {
      queue.release();
    }
  }

  /** How many wait for their turn. */
  int waiting() {
    return place.getQueueLength();
  }

  private boolean isMyTurn() {
    try {
      return place.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
