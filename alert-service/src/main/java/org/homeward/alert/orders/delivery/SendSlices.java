package org.homeward.alert.orders.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends several slices at a time, each batch by batch. Ends have places of their own: they never
 * wait behind what another alert still sends.
 */
final class SendSlices implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SendSlices.class);

  /** How often a waiting slice checks whether its alert has ended meanwhile. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  private static final Duration TO_FINISH = Duration.ofSeconds(5);

  private final Predicate<String> batch;
  private final Predicate<String> owesEnds;
  private final Semaphore editions;
  private final Semaphore ends;
  private final Map<String, Integer> rings = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean closing;

  /**
   * @param batch sends one batch of a slice; true when there may be another now
   * @param owesEnds whether a slice's alert is over
   * @param places so many slices at a time, and as many with ends
   */
  SendSlices(Predicate<String> batch, Predicate<String> owesEnds, int places) {
    this.batch = batch;
    this.owesEnds = owesEnds;
    this.editions = new Semaphore(places, true);
    this.ends = new Semaphore(places, true);
  }

  /** Answers a slice's alarm; it does not wait for the mails. */
  void due(String id) {
    if (closing) {
      return; // its alarm comes again
    }
    if (rings.merge(id, 1, Integer::sum) == 1) {
      threads.execute(() -> answer(id));
    }
  }

  private void answer(String id) {
    try {
      batches(id);
      while (!rings.remove(id, 1)) {
        rings.replace(id, 1);
        batches(id);
      }
    } catch (InterruptedException closed) {
      rings.remove(id);
    } catch (RuntimeException e) {
      rings.remove(id);
      LOG.warn("slice {} failed and its alarm comes again: {}", id, e.getClass().getName());
    }
  }

  private void batches(String id) throws InterruptedException {
    Semaphore lane = lane(id);
    boolean more = true;
    while (more && !closing) {
      int rung = rings.getOrDefault(id, 0);
      while (!lane.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
        int now = rings.getOrDefault(id, 0);
        if (now != rung) { // hundreds may wait: only a slice that is rung for looks again
          rung = now;
          lane = lane(id);
        }
      }
      try {
        more = batch.test(id);
      } finally {
        lane.release();
      }
    }
  }

  private Semaphore lane(String id) {
    return owesEnds.test(id) ? ends : editions;
  }

  /** Batches that have begun may finish: what is cut off has an unknown outcome. */
  @Override
  public void close() {
    closing = true;
    threads.shutdown();
    try {
      boolean _ = threads.awaitTermination(TO_FINISH.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow();
  }
}
