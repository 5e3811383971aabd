package org.homeward.frame.recovery;

import java.time.Duration;
import org.homeward.durable.Loop;
import org.springframework.context.SmartLifecycle;

/**
 * Marks how far the database has come: every five seconds while it changes, and when the service
 * ends. Also looks, as often, whether a restored node is still quarantined.
 */
final class Marking implements SmartLifecycle {

  private static final Duration EVERY = Duration.ofSeconds(5);

  private final Recovery recovery;
  private final StoreCalls writes;
  private final Loop loop = new Loop("run-mark", EVERY, this::turn);
  private long seen = -1;
  private volatile boolean quarantined;
  private volatile boolean running;

  Marking(Recovery recovery, StoreCalls writes) {
    this.recovery = recovery;
    this.writes = writes;
  }

  @Override
  public void start() {
    running = true;
    quarantined = recovery.isQuarantined();
    loop.start();
  }

  private void turn() {
    if (quarantined) { // it begins only where a service starts
      quarantined = recovery.isQuarantined();
    }
    markIfChanged();
  }

  private synchronized void markIfChanged() {
    long before = writes.count();
    if (before != seen) {
      recovery.mark();
      seen = before + 1; // the mark is a write, too
    }
  }

  boolean isQuarantined() {
    return quarantined;
  }

  @Override
  public void stop() {
    loop.close();
    running = false;
    recovery.mark();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Stopped after everything that writes. */
  @Override
  public int getPhase() {
    return -1;
  }
}
