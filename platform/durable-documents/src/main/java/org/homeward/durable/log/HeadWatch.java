package org.homeward.durable.log;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Reads the newest place of a log once for all readers of this process that wait for it, whichever
 * instance wrote it; reads nothing while none waits.
 */
public final class HeadWatch {

  private final Supplier<Cursor> log;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private int waiting;
  private int roused;
  private boolean closed;
  private Optional<Cursor> newest = Optional.empty();

  public HeadWatch(Supplier<Cursor> log) {
    this.log = log;
  }

  /** One turn of the loop that drives this. */
  public void poll() {
    if (waiting() == 0) {
      return;
    }
    try {
      Cursor head = log.get();
      wake(() -> newest = Optional.of(head));
    } catch (RuntimeException storeIsAway) {
      // Each waiting reader finds out for itself and gives up; then nobody asks any more.
      rouse();
      throw storeIsAway;
    }
  }

  /** Wakes everybody up to see whether they still may wait. */
  public void rouse() {
    wake(() -> roused++);
  }

  /** Wakes everybody up for good. */
  public void close() {
    wake(() -> closed = true);
  }

  /** Whether nobody waits any more. */
  public boolean isClosed() {
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

  /**
   * The newest place once it is another than this one; empty when that takes too long, or when
   * everybody was woken up.
   */
  public Optional<Cursor> awaitOther(Cursor place, Duration atMost) throws InterruptedException {
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

  /** How many readers wait. */
  public int waiting() {
    lock.lock();
    try {
      return waiting;
    } finally {
      lock.unlock();
    }
  }
}
