package org.homeward.frame.start;

import java.time.Duration;
import org.homeward.durable.Loop;
import org.homeward.durable.log.HeadWatch;
import org.springframework.context.SmartLifecycle;

/** A background task that runs from before the first request. */
public final class Background implements SmartLifecycle {

  /** Before the web server; stopped in the reverse order. */
  private static final int AFTER_OPENING = 0;

  private final Runnable start;
  private final Runnable stop;
  private final int phase;
  private volatile boolean running;

  /** It is stopped once no request is under way. */
  public Background(Runnable start, Runnable stop) {
    this(start, stop, AFTER_OPENING);
  }

  private Background(Runnable start, Runnable stop, int phase) {
    this.start = start;
    this.stop = stop;
    this.phase = phase;
  }

  /**
   * One that requests wait for: it is the first to be stopped and sends them away, because the web
   * server ends only when no request is under way.
   */
  public static Background ofWaiting(Runnable start, Runnable stop) {
    return new Background(start, stop, Integer.MAX_VALUE);
  }

  /** The same, which wakes the readers of a log when there is news. */
  public static Background ofWaiting(String name, Duration every, HeadWatch watch) {
    var loop = new Loop(name, every, watch::poll);
    return ofWaiting(
        loop::start,
        () -> {
          watch.close();
          loop.close();
        });
  }

  @Override
  public void start() {
    running = true;
    start.run();
  }

  @Override
  public void stop() {
    stop.run();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return phase;
  }
}
