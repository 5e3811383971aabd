package org.homeward.intake.config;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.homeward.durable.publication.OwnTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Waits for store and broker before anything else begins, and refuses those of another node. */
final class Opening implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Duration patience;
  private final Runnable claim;
  private volatile boolean open;

  /**
   * @param claim safe to repeat
   */
  Opening(Duration patience, Runnable claim) {
    this.patience = patience;
    this.claim = claim;
  }

  @Override
  public void start() {
    long end = System.nanoTime() + patience.toNanos();
    while (!open) {
      try {
        claim.run();
        open = true;
      } catch (OwnTopic.Mismatch e) {
        throw new StartRefused(String.valueOf(e.getMessage()), e);
      } catch (MongoException | IllegalStateException e) {
        String missing =
            e instanceof MongoException
                ? "the store (HOMEWARD_STORE_URI)"
                : "the broker (HOMEWARD_KAFKA)";
        if (System.nanoTime() > end) {
          throw new StartRefused(
              missing + " did not answer for " + patience.toSeconds() + " s: start it first.", e);
        }
        LOG.info("waiting for {}", missing);
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  @Override
  public void stop() {
    open = false;
  }

  @Override
  public boolean isRunning() {
    return open;
  }

  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
