package org.homeward.testkit.planted.util;

import java.time.Instant;

/** Breaks every rule on names and the clock. */
public final class StoreManager {
  public Instant now() throws InterruptedException {
    Thread.sleep(0);
    return Instant.now();
  }
}
