package org.homeward.alert.orders.openpages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Counts how often a client asked for a code that is not active, within an hour. It is told so ten
 * times. In memory, because a restart that forgets it gives nobody anything: an active code is
 * shown in any case.
 */
final class WrongCodes {

  static final int MOST = 10;

  private static final Duration COUNTED = Duration.ofHours(1);
  private static final int CLIENTS = 10_000;

  private final Clock clock;

  /** In the order in which their hours began. */
  private final SequencedMap<String, Tally> tallies = new LinkedHashMap<>();

  private record Tally(Instant since, int wrong) {}

  WrongCodes(Clock clock) {
    this.clock = clock;
  }

  /**
   * Counts one more.
   *
   * @param client its network address; empty when nobody knows it, and then it is not counted
   * @return whether it is one of the ten
   */
  synchronized boolean isOneOfFew(String client) {
    if (client.isEmpty()) {
      return true;
    }
    Instant now = clock.instant();
    dropOld(now);
    Tally before = tallies.get(client);
    if (before != null) {
      tallies.put(client, new Tally(before.since(), Math.min(before.wrong() + 1, MOST + 1)));
      return before.wrong() < MOST;
    }
    tallies.putLast(client, new Tally(now, 1));
    if (tallies.size() > CLIENTS) {
      tallies.pollFirstEntry();
    }
    return true;
  }

  /** Whether it would be told so once more; nothing is counted. */
  synchronized boolean hasFew(String client) {
    dropOld(clock.instant());
    Tally before = tallies.get(client);
    return before == null || before.wrong() < MOST;
  }

  private void dropOld(Instant now) {
    for (var eldest = tallies.firstEntry();
        eldest != null && !eldest.getValue().since().plus(COUNTED).isAfter(now);
        eldest = tallies.firstEntry()) {
      tallies.pollFirstEntry();
    }
  }
}
