package org.homeward.alert.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.homeward.alert.slices.CasesAreFresh;
import org.homeward.durable.reader.ReaderState;
import org.homeward.durable.reader.TopicReader;

/**
 * Cases are fresh while their reader is well and had read everything at most a minute ago: nothing
 * unread is older than that.
 */
public final class FreshCases implements CasesAreFresh {

  private static final Duration OLDEST = Duration.ofSeconds(60);

  /** Asking the broker before each mail of a batch would cost more than the mail. */
  private static final Duration ASKED_EVERY = Duration.ofSeconds(1);

  private final TopicReader reader;
  private final Clock clock;
  private Instant asked = Instant.MIN;
  private Instant readAll = Instant.MIN;

  public FreshCases(TopicReader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  @Override
  public synchronized boolean now() {
    Instant now = clock.instant();
    boolean old =
        asked.equals(Instant.MIN) || Duration.between(asked, now).abs().compareTo(ASKED_EVERY) >= 0;
    if (old || readAll.isBefore(now.minus(OLDEST))) {
      asked = now;
      ask(now);
    }
    return reader.state() instanceof ReaderState.Reading && !readAll.isBefore(now.minus(OLDEST));
  }

  private void ask(Instant now) {
    try {
      if (reader.lag() == 0) {
        readAll = now;
      }
    } catch (RuntimeException brokerIsAway) {
      // What was read is as old as it is.
    }
  }
}
