package org.homeward.durable;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls a task again and again, whatever it throws, and reports its health. */
public final class Loop implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

  private static final Set<Loop> RUNNING = ConcurrentHashMap.newKeySet();

  private final String name;
  private final Duration afterFailure;
  private final Supplier<Duration> turn;
  private final ScheduledExecutorService thread;
  private volatile int failures;
  private volatile boolean running;
  private volatile long due = System.nanoTime(); // when the next good turn should begin
  private @Nullable ScheduledFuture<?> next;
  private boolean inTurn;
  private long wanted; // when the turn after the one that runs comes at the latest

  private Loop(String name, Duration afterFailure, Supplier<Duration> turn) {
    this.name = name;
    this.afterFailure = afterFailure;
    this.turn = turn;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name(name).daemon().unstarted(task));
  }

  /** A loop with the same pause after each turn. */
  public Loop(String name, Duration pause, Runnable turn) {
    this(
        name,
        pause,
        () -> {
          turn.run();
          return pause;
        });
  }

  /**
   * A loop whose task returns the next pause.
   *
   * @param afterFailure how long it rests after a turn that failed, and before the first
   */
  public static Loop paced(String name, Duration afterFailure, Supplier<Duration> turn) {
    return new Loop(name, afterFailure, turn);
  }

  /** All of this process, so that none can be forgotten where they are watched. */
  public static List<Loop> running() {
    return RUNNING.stream().sorted(Comparator.comparing(Loop::name)).toList();
  }

  public void start() {
    running = true;
    due = System.nanoTime() + afterFailure.toNanos();
    RUNNING.add(this);
    rest(afterFailure.toNanos());
  }

  /** The next turn comes after this time at the latest. */
  public synchronized void wakeIn(Duration pause) {
    long nanos = Math.max(0, pause.toNanos());
    if (inTurn) {
      wanted = Math.min(wanted, System.nanoTime() + nanos);
    } else if (next != null && next.getDelay(TimeUnit.NANOSECONDS) > nanos) {
      next.cancel(false);
      rest(nanos);
    }
  }

  private synchronized void rest(long nanos) {
    if (running) {
      next = thread.schedule(this::guarded, nanos, TimeUnit.NANOSECONDS);
    }
  }

  private synchronized void begin() {
    inTurn = true;
    wanted = Long.MAX_VALUE;
  }

  private synchronized void end(Duration pause) {
    inTurn = false;
    long asked = wanted == Long.MAX_VALUE ? wanted : Math.max(0, wanted - System.nanoTime());
    rest(Math.min(asked, pause.toNanos()));
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

  /**
   * How long ago its next good turn should have begun, after the pause that the last good one
   * chose; zero while it rests.
   */
  public Duration late() {
    return Duration.ofNanos(Math.max(0, System.nanoTime() - due));
  }

  private void guarded() {
    begin();
    Duration pause = afterFailure;
    try {
      pause = turn.get();
      due = System.nanoTime() + pause.toNanos();
      failures = 0;
    } catch (RuntimeException e) {
      failures++;
      // The class only: a driver's message may quote a document.
      LOG.warn("{} failed {} times in a row: {}", name, failures, e.getClass().getName());
    } finally {
      end(pause);
    }
  }

  @Override
  public synchronized void close() {
    running = false;
    RUNNING.remove(this);
    thread.shutdownNow();
  }
}
