package org.homeward.local.node;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Repeats a question about other processes that send no notification. */
public final class Poll {
  private Poll() {}

  /** Whether the condition came true in time; also false when this thread is interrupted. */
  public static boolean until(Duration limit, Duration pause, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() >= end || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(pause.toNanos());
    }
    return true;
  }
}
