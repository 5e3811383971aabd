package org.homeward.durable.publication;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.Marks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The versions that this process has published, and their marks in the store. The marks are written
 * together, a moment later: after a crash before that, a process publishes once more.
 */
final class Published implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Published.class);

  private static final Duration LATE = Duration.ofMillis(150);
  private static final Duration TO_FINISH = Duration.ofSeconds(2);

  /** The number of documents remembered; a forgotten one is published once more at most. */
  private static final int REMEMBERED = 10_000;

  private final String name;
  private final Marks marks;
  private final Map<String, Long> newest =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > REMEMBERED;
        }
      };
  private final Map<String, Long> unmarked = new HashMap<>();
  private @Nullable Thread marking;
  private boolean closed;

  Published(String name, Marks marks) {
    this.name = name;
    this.marks = marks;
  }

  synchronized void start() {
    marking = Thread.ofVirtual().name("mark-" + name).start(this::work);
  }

  /** The newest version of a document that this process has published; 0 when it knows of none. */
  synchronized long upTo(String id) {
    return newest.getOrDefault(id, 0L);
  }

  /** Returns when the store knows. */
  void now(Guarded<?> document) {
    remember(document);
    marks.published(Map.of(document.id(), document.version()));
  }

  /** The store will know in a moment. */
  synchronized void soon(Guarded<?> document) {
    remember(document);
    unmarked.merge(document.id(), document.version(), Math::max);
    notifyAll();
  }

  private synchronized void remember(Guarded<?> document) {
    newest.merge(document.id(), document.version(), Math::max);
    marks.out(document.id(), document.version());
  }

  private void work() {
    while (awaitUnmarked()) {
      LockSupport.parkNanos(LATE.toNanos());
      mark(take());
    }
  }

  /** False when it is closed and nothing is left to be marked. */
  private synchronized boolean awaitUnmarked() {
    while (unmarked.isEmpty() && !closed) {
      try {
        wait();
      } catch (InterruptedException never) {
        closed = true;
      }
    }
    return !unmarked.isEmpty();
  }

  private synchronized Map<String, Long> take() {
    Map<String, Long> taken = new HashMap<>(unmarked);
    unmarked.clear();
    return taken;
  }

  private void mark(Map<String, Long> due) {
    try {
      marks.published(due);
    } catch (RuntimeException e) {
      LOG.warn("marks of {} are left to the sweep: {}", name, e.getClass().getName());
    }
  }

  @Override
  public void close() {
    Thread working;
    synchronized (this) {
      closed = true;
      notifyAll();
      working = marking;
    }
    if (working != null) {
      try {
        boolean _ = working.join(TO_FINISH);
      } catch (InterruptedException hurry) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
