package org.homeward.copies;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.homeward.durable.reader.ReaderState;
import org.homeward.durable.reader.TopicReader;

/**
 * Whether the copies are as new as content may be made from: their reader is well, has caught up
 * since it was started, and nothing has waited for it longer than a minute.
 *
 * <p>Time is measured by a clock that nobody can set.
 */
public final class FreshCases {

  private static final long OLDEST = Duration.ofSeconds(60).toNanos();

  private final Supplier<ReaderState> state;
  private final LongSupplier lag;
  private final Predicate<String> isStale;
  private final LongSupplier nanos;
  private boolean caughtUp;
  private boolean behind = true;
  private long behindSince;

  public FreshCases(TopicReader reader) {
    this(reader::state, reader::lag, reader::isStale, System::nanoTime);
  }

  FreshCases(
      Supplier<ReaderState> state,
      LongSupplier lag,
      Predicate<String> isStale,
      LongSupplier nanos) {
    this.state = state;
    this.lag = lag;
    this.isStale = isStale;
    this.nanos = nanos;
  }

  /** Looks how far the reader is; to be called every few seconds. */
  public synchronized void look() {
    boolean reading = state.get() instanceof ReaderState.Reading;
    if (reading && hasReadAll()) {
      caughtUp = true;
      behind = false;
      return;
    }
    caughtUp &= reading;
    if (!behind) {
      behind = true;
      behindSince = nanos.getAsLong();
    }
  }

  private boolean hasReadAll() {
    try {
      return lag.getAsLong() == 0;
    } catch (RuntimeException brokerIsAway) {
      return false;
    }
  }

  /** Whether the copies as a whole are. */
  public synchronized boolean now() {
    if (!isFresh()) {
      look(); // it may have caught up since the last look
    }
    return isFresh();
  }

  private boolean isFresh() {
    boolean soon = !behind || nanos.getAsLong() - behindSince <= OLDEST;
    return state.get() instanceof ReaderState.Reading && caughtUp && soon;
  }

  /** Whether the copy of one case is: no record of it was put aside unread. */
  public boolean of(String caseId) {
    return now() && !isStale.test(caseId);
  }
}
