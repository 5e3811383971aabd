package org.homeward.alert.config;

import java.time.Duration;
import org.homeward.alert.feed.HeadWatch;
import org.homeward.durable.Loop;
import org.springframework.context.SmartLifecycle;

/**
 * Drives the watch over the feed's head, and ends the streams before the web server waits for them.
 */
final class StreamsEnd implements SmartLifecycle {

  private static final Duration EVERY = Duration.ofMillis(100);

  private final HeadWatch watch;
  private final Loop loop;
  private volatile boolean running;

  StreamsEnd(HeadWatch watch) {
    this.watch = watch;
    this.loop = new Loop("feed-head", EVERY, watch::poll);
  }

  @Override
  public void start() {
    running = true;
    loop.start();
  }

  @Override
  public void stop() {
    watch.close();
    loop.close();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** The first to be stopped: the web server ends only when no request is under way. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
