package org.homeward.alert.subscribers.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts the messages that each webhook is sent within a minute. In memory: a restart that forgets
 * it sends a minute's worth more at most.
 */
final class Rates {

  private static final Duration COUNTED = Duration.ofMinutes(1);
  private static final int WEBHOOKS = 10_000;

  private final int most;
  private final Clock clock;

  private final Map<String, Tally> tallies =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tally> eldest) {
          return size() > WEBHOOKS;
        }
      };

  private record Tally(Instant since, int sent) {}

  /**
   * @param most messages to one webhook in a minute, of this process
   */
  Rates(int most, Clock clock) {
    this.most = most;
    this.clock = clock;
  }

  synchronized boolean permits(String webhook) {
    Tally tally = tallies.get(webhook);
    return tally == null || tally.sent() < most || isOver(tally);
  }

  /** Ends are counted too; they are held back by nothing. */
  synchronized void count(String webhook) {
    Tally tally = tallies.get(webhook);
    tallies.put(
        webhook,
        tally == null || isOver(tally)
            ? new Tally(clock.instant(), 1)
            : new Tally(tally.since(), tally.sent() + 1));
  }

  private boolean isOver(Tally tally) {
    return !tally.since().plus(COUNTED).isAfter(clock.instant());
  }
}
