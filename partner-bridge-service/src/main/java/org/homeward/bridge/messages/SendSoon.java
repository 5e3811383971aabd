package org.homeward.bridge.messages;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import org.homeward.bridge.handovers.dialogue.SendOwed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends in the background; a silent partner delays only its own messages. */
final class SendSoon implements SendOwed, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SendSoon.class);
  private static final int AT_ONCE = 8;

  private final Consumer<String> now;
  private final Function<String, String> partnerOf;
  private final Map<String, Semaphore> lanes = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("send-", 0).factory());

  /**
   * @param now sends what a handover owes, and returns when nothing is left to be sent
   * @param partnerOf the partner of a handover
   */
  SendSoon(Consumer<String> now, Function<String, String> partnerOf) {
    this.now = now;
    this.partnerOf = partnerOf;
  }

  @Override
  public void send(String id) {
    try {
      threads.execute(() -> sendInLane(id));
    } catch (RejectedExecutionException closing) {
      // Its alarm rings in the next process.
    }
  }

  private void sendInLane(String id) {
    try {
      Semaphore lane =
          lanes.computeIfAbsent(partnerOf.apply(id), partner -> new Semaphore(AT_ONCE));
      lane.acquire();
      try {
        now.accept(id);
      } finally {
        lane.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("sending of {} is left to its alarm: {}", id, e.getClass().getName());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
