package org.homeward.frame.recovery;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.homeward.frame.operate.RepublishEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs between the opening and everything else: after a restore it applies ending changes again.
 * Then, beside the service's work, it republishes everything, for readers of a new broker.
 */
final class Replaying implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Replaying.class);
  private static final long PAUSE = 2_000_000_000L;

  private final Recovery recovery;
  private final Optional<RepublishEndpoint> topic;
  private volatile boolean running;

  Replaying(Recovery recovery, Optional<RepublishEndpoint> topic) {
    this.recovery = recovery;
    this.topic = topic;
  }

  @Override
  public void start() {
    recovery.replay();
    running = true;
    if (recovery.isToBeRetold()) {
      Thread.ofVirtual().name("retell").start(this::retell);
    }
  }

  /** Repeats until it has succeeded once; after a crash it begins again at the next start. */
  private void retell() {
    while (running) {
      try {
        topic.ifPresent(RepublishEndpoint::republish);
        recovery.retold();
        return;
      } catch (RuntimeException e) {
        LOG.warn("the restored state is told again later: {}", e.getClass().getName());
        LockSupport.parkNanos(PAUSE);
      }
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 1;
  }
}
