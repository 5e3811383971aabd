package org.homeward.durable;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls one thing again and again, whatever it throws, and says how that goes. */
public final class Loop implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

  private static final Set<Loop> RUNNING = ConcurrentHashMap.newKeySet();

  private final String name;
  private final Duration pause;
  private final Runnable turn;
  private final ScheduledExecutorService thread;
  private volatile int failures;
  private volatile boolean running;
  private volatile long lastSuccess = System.nanoTime();

  public Loop(String name, Duration pause, Runnable turn) {
    this.name = name;
    this.pause = pause;
    this.turn = turn;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name(name).daemon().unstarted(task));
  }

  /** All of this process, so that none can be forgotten where they are watched. */
  public static List<Loop> running() {
    return RUNNING.stream().sorted(Comparator.comparing(Loop::name)).toList();
  }

  public void start() {
    running = true;
    lastSuccess = System.nanoTime();
    RUNNING.add(this);
    thread.scheduleWithFixedDelay(
        this::guarded, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  public String name() {
    return name;
  }

  /** True while it runs and its last turn did not fail. */
  public boolean isHealthy() {
    return running && failures == 0;
  }

  /** Number of turns that failed since the last one that did not. */
  public int failures() {
    return failures;
  }

  /** How long ago its last good turn ended, or its start when there was none. */
  public Duration sinceSuccess() {
    return Duration.ofNanos(System.nanoTime() - lastSuccess);
  }

  private void guarded() {
    try {
      turn.run();
      lastSuccess = System.nanoTime();
      failures = 0;
    } catch (RuntimeException e) {
      failures++;
      // The class only: a driver's message may quote a document.
      LOG.warn("{} failed {} times in a row: {}", name, failures, e.getClass().getName());
    }
  }

  @Override
  public void close() {
    running = false;
    RUNNING.remove(this);
    thread.shutdownNow();
  }
}
