package org.homeward.engines.engine;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops an engine, and gives up waiting after a time limit. */
public final class BoundedStop {
  private static final Logger LOG = LoggerFactory.getLogger(BoundedStop.class);

  private BoundedStop() {}

  /** A step that may fail while it stops. */
  public interface Stop {
    void run() throws Exception;
  }

  /**
   * Returns true when the engine has stopped cleanly. After false it may still run and hold its
   * directory. Acknowledged writes are safe, as after a kill.
   */
  public static boolean within(Duration limit, String engine, Stop stop) {
    var attempt = new Attempt(stop);
    Thread thread = Thread.ofPlatform().daemon().name("stopping the " + engine).start(attempt);
    try {
      thread.join(limit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      LOG.warn("the {} did not stop within {} ms; giving up", engine, limit.toMillis());
    }
    return attempt.clean;
  }

  private static final class Attempt implements Runnable {
    private final Stop stop;
    private volatile boolean clean;

    Attempt(Stop stop) {
      this.stop = stop;
    }

    @Override
    public void run() {
      try {
        stop.run();
        clean = true;
      } catch (Exception e) {
        LOG.warn("stopping failed", e);
      }
    }
  }
}
