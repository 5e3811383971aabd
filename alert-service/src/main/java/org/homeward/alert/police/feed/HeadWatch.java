package org.homeward.alert.police.feed;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.homeward.durable.log.Cursor;

/**
 * Reads the newest place of the feed once for all streams of this process, whichever instance wrote
 * it; reads nothing while none waits.
 */
final class HeadWatch {

  private final FeedLog log;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private int waiting;
  private int roused;
  private boolean closed;
  private Optional<Cursor> newest = Optional.empty();

  HeadWatch(FeedLog log) {
    this.log = log;
  }

  /** One turn of the loop that drives this. */
  void poll() {
    if (waiting() == 0) {
      return;
    }
    try {
      Cursor head = log.head();
      wake(() -> newest = Optional.of(head));
    } catch (RuntimeException storeIsAway) {
      // Each waiting reader finds out for itself and gives up; then nobody asks any more.
      rouse();
      throw storeIsAway;
    }
  }

  /** Wakes everybody up to see whether they still may wait. */
  void rouse() {
    wake(() -> roused++);
  }

  /** Wakes everybody up for good. */
  void close() {
    wake(() -> closed = true);
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private void wake(Runnable because) {
    lock.lock();
    try {
      because.run();
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The newest place once it is another than this one; empty when that takes too long. */
  Optional<Cursor> awaitOther(Cursor place, Duration atMost) throws InterruptedException {
    long left = atMost.toNanos();
    lock.lock();
    waiting++;
    int before = roused;
    try {
      while (!closed && roused == before && left > 0 && !isPast(place)) {
        left = news.awaitNanos(left);
      }
      return isPast(place) ? newest : Optional.empty();
    } finally {
      waiting--;
      lock.unlock();
    }
  }

  /** A head that was read before this place existed is not newer. */
  private boolean isPast(Cursor place) {
    return newest
        .filter(head -> !head.epoch().equals(place.epoch()) || head.n() > place.n())
        .isPresent();
  }

  int waiting() {
    lock.lock();
    try {
      return waiting;
    } finally {
      lock.unlock();
    }
  }
}
