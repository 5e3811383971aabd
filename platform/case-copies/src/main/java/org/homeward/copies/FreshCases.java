package org.homeward.copies;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.homeward.durable.reader.Backlog;
import org.homeward.durable.reader.ReaderState;
import org.homeward.durable.reader.TopicReader;

/**
 * Whether the copies are as new as content may be made from: their reader is well, and has read
 * everything that was written a minute ago, so that nothing unread is older than that.
 *
 * <p>Time is measured by a clock that nobody can set.
 */
public final class FreshCases {

  private static final long OLDEST = Duration.ofSeconds(60).toNanos();

  /** Asking the broker before each mail of a batch would cost more than the mail. */
  private static final long ASKED_EVERY = Duration.ofSeconds(1).toNanos();

  private final Supplier<ReaderState> state;
  private final Supplier<Optional<Backlog>> backlog;
  private final Predicate<String> isStale;
  private final LongSupplier nanos;
  private boolean hasLooked;
  private long lookedAt;
  private final Deque<Look> looks = new ArrayDeque<>();
  private boolean hasReadAll;
  private long readAllAt;

  public FreshCases(TopicReader reader) {
    this(reader::state, reader::backlog, reader::isStale, System::nanoTime);
  }

  FreshCases(
      Supplier<ReaderState> state,
      Supplier<Optional<Backlog>> backlog,
      Predicate<String> isStale,
      LongSupplier nanos) {
    this.state = state;
    this.backlog = backlog;
    this.isStale = isStale;
    this.nanos = nanos;
  }

  /** Looks how far the reader is; who asks seldom has this done every few seconds. */
  public synchronized void look() {
    long now = nanos.getAsLong();
    hasLooked = true;
    lookedAt = now;
    if (!isReading()) {
      hasReadAll = false;
      looks.clear();
      return;
    }
    try {
      backlog.get().ifPresent(seen -> compare(new Look(now, seen)));
    } catch (RuntimeException brokerIsAway) {
      // What was read is as old as it is.
    }
  }

  /** While records keep coming, something always waits: what counts is what waited at a look. */
  private void compare(Look newest) {
    looks.addLast(newest);
    looks.removeIf(look -> newest.at() - look.at() > OLDEST);
    while (!looks.isEmpty() && newest.seen().covers(looks.getFirst().seen())) {
      readAllAt = looks.removeFirst().at();
      hasReadAll = true;
    }
  }

  private record Look(long at, Backlog seen) {}

  private boolean isReading() {
    return state.get() instanceof ReaderState.Reading;
  }

  /** Whether the copies as a whole are. */
  public synchronized boolean now() {
    if (!hasLooked || nanos.getAsLong() - lookedAt >= ASKED_EVERY || !isFresh()) {
      look(); // it may have caught up since the last look
    }
    return isFresh();
  }

  private boolean isFresh() {
    return isReading() && hasReadAll && nanos.getAsLong() - readAllAt <= OLDEST;
  }

  /** Whether the copy of one case is: no record of it was put aside unread. */
  public boolean of(String caseId) {
    return now() && !isStale.test(caseId);
  }
}
