package org.homeward.bench;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/** Work at a fixed rate, whoever is late; or as fast as a number of hands can. */
final class Pace {
  private Pace() {}

  /** Starts {@code perSecond} a second and returns when all have ended. */
  static void open(int perSecond, Duration time, Runnable one) {
    open(perSecond, time, _ -> one.run());
  }

  /**
   * The same.
   *
   * @param one is told the {@link System#nanoTime} at which it was due
   */
  static void open(int perSecond, Duration time, LongConsumer one) {
    long count = perSecond * time.toMillis() / 1000;
    try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
      long begin = System.nanoTime();
      for (long i = 0; i < count; i++) {
        long due = begin + i * 1_000_000_000L / perSecond;
        LockSupport.parkNanos(due - System.nanoTime());
        hands.execute(() -> one.accept(due));
      }
    }
  }

  /** Runs this many clients, each one request after the other; returns the requests a second. */
  static double closed(int hands, Duration time, Runnable one) {
    var done = new LongAdder();
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < hands; i++) {
        all.execute(
            () -> {
              while (System.nanoTime() < end) {
                one.run();
                done.increment();
              }
            });
      }
    }
    return done.sum() * 1e9 / (System.nanoTime() - begin);
  }
}
