package org.homeward.frame.start;

import org.springframework.context.SmartLifecycle;

/** A background task that runs from before the first request until after the last. */
public final class Background implements SmartLifecycle {

  private final Runnable start;
  private final Runnable stop;
  private volatile boolean running;

  public Background(Runnable start, Runnable stop) {
    this.start = start;
    this.stop = stop;
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

  /** After the opening, before the web server; stopped in the reverse order. */
  @Override
  public int getPhase() {
    return 0;
  }
}
