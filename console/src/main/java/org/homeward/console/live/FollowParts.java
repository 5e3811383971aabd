package org.homeward.console.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.homeward.console.api.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Follows the parts of the node for one stream, each on its own thread: one that does not answer
 * keeps none of the others waiting.
 */
final class FollowParts implements AutoCloseable {

  /** How soon a part is asked again that did not answer. */
  private static final Duration AGAIN = Duration.ofSeconds(2);

  private static final int UNAUTHORIZED = 401;
  private static final int GONE = 410;

  private final String session;
  private final Function<String, Answer> api;
  private final SharedWaits waits;
  private final long end;
  private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;

  /**
   * @param api asks with the person's token
   * @param within how long it follows
   */
  FollowParts(String session, Function<String, Answer> api, SharedWaits waits, Duration within) {
    this.session = session;
    this.api = api;
    this.waits = waits;
    this.end = System.nanoTime() + within.toNanos();
  }

  FollowParts from(Place place, List<Part> parts) {
    for (Part part : parts) {
      threads.add(Thread.startVirtualThread(() -> follow(part, place.of(part))));
    }
    return this;
  }

  /** The next event; null when nothing does for so long. */
  @Nullable News next(Duration within) throws InterruptedException {
    return news.poll(Math.max(0, Math.min(within.toNanos(), left())), TimeUnit.NANOSECONDS);
  }

  boolean isOver() {
    return left() <= 0;
  }

  private long left() {
    return end - System.nanoTime();
  }

  private void follow(Part part, String from) {
    String at = from;
    boolean anew = false;
    while (!closed && !isOver()) {
      switch (api.apply(part.path(at, 0))) {
        case Answer.Done(int _, var page, String _) -> {
          at = page.path("next").asString("");
          news.add(new News.Read(part, page.path("changes"), anew, at));
          anew = false;
          await(part, at);
        }
        case Answer.Refused(int status, var _, var _) when status == GONE -> {
          at = "";
          anew = true;
        }
        case Answer.Refused(int status, var _, var _) when status == UNAUTHORIZED -> {
          news.add(new News.Over(part));
          return;
        }
        case Answer.Refused _, Answer.Away _ -> {
          news.add(new News.Away(part));
          LockSupport.parkNanos(Math.min(AGAIN.toNanos(), Math.max(0, left())));
        }
      }
    }
  }

  private void await(Part part, String at) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(left());
    if (seconds < 1) {
      LockSupport.parkNanos(Math.max(0, left()));
      return;
    }
    try {
      waits.await(
          session,
          part,
          left(),
          () -> {
            if (!(api.apply(part.path(at, seconds)) instanceof Answer.Done)) {
              LockSupport.parkNanos(AGAIN.toNanos());
            }
          });
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
    threads.forEach(Thread::interrupt);
  }
}
