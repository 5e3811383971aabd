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
import org.jspecify.annotations.Nullable;

/**
 * Whether copies are new enough to make content from: their reader is healthy and has read
 * everything that was written a minute ago.
 *
 * <p>Time is measured by a monotonic clock.
 */
public final class FreshCases {

  private static final long OLDEST = Duration.ofSeconds(60).toNanos();

  /** A query to the broker before each mail would cost more than the mail. */
  private static final long ASKED_EVERY = Duration.ofSeconds(1).toNanos();

  private final Supplier<ReaderState> state;
  private final Supplier<Optional<Backlog>> backlog;
  private final Predicate<String> isStale;
  private final LongSupplier nanos;
  private boolean hasLooked;
  private long lookedAt;
  private final Deque<Look> looks = new ArrayDeque<>();

  /** When everything was read; null while this is not known. */
  private volatile @Nullable Long readAllAt;

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

  /** Samples the reader's position; a caller that asks seldom must call this every few seconds. */
  public synchronized void look() {
    long now = nanos.getAsLong();
    hasLooked = true;
    lookedAt = now;
    if (!isReading()) {
      readAllAt = null;
      looks.clear();
      return;
    }
    try {
      backlog.get().ifPresent(seen -> compare(new Look(now, seen)));
    } catch (RuntimeException brokerIsAway) {
      // The records that were read keep their age.
    }
  }

  /**
   * While records keep coming, something always waits; therefore only records that waited at a
   * sample count.
   */
  private void compare(Look newest) {
    looks.addLast(newest);
    looks.removeIf(look -> newest.at() - look.at() > OLDEST);
    while (!looks.isEmpty() && newest.seen().covers(looks.getFirst().seen())) {
      readAllAt = looks.removeFirst().at();
    }
  }

  private record Look(long at, Backlog seen) {}

  private boolean isReading() {
    return state.get() instanceof ReaderState.Reading;
  }

  /** Whether the copies as a whole are new enough. */
  public synchronized boolean now() {
    if (!hasLooked || nanos.getAsLong() - lookedAt >= ASKED_EVERY || !isFresh()) {
      look(); // it may have caught up since the last look
    }
    return isFresh();
  }

  /**
   * The same by what the last {@link #look} found. Never asks the broker, so a request that a
   * stranger sends never waits for it.
   */
  public boolean isFresh() {
    Long readAll = readAllAt;
    return isReading() && readAll != null && nanos.getAsLong() - readAll <= OLDEST;
  }

  /** Whether the copy of one case is new enough: no record of it is poison. */
  public boolean of(String caseId) {
    return now() && !isStale.test(caseId);
  }
}
