package org.homeward.face.guessing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.LongSupplier;

/**
 * Counts recent wrong secrets of a client, or for a login, and computes the delay of the next one.
 * Nobody is ever locked out: the delay ends, and then the secret is checked.
 */
final class WrongSecrets {

  private static final int MOST = 10_000;
  private static final Duration FIRST = Duration.ofMillis(100);

  private final int free;
  private final long forgotten;
  private final Duration longest;
  private final LongSupplier nanos;

  /** In the order of their last wrong secret, so that forgotten ones are the first. */
  private final SequencedMap<String, Tally> tallies = new LinkedHashMap<>();

  private record Tally(int wrong, long last) {}

  WrongSecrets(GuessSettings settings, Duration longest, LongSupplier nanos) {
    this.free = settings.free();
    this.forgotten = settings.forgotten().toNanos();
    this.longest = longest;
    this.nanos = nanos;
  }

  /** How long a secret of this client, or for this login, waits before it is looked at. */
  synchronized Duration pause(String who) {
    dropForgotten();
    Tally tally = tallies.get(who);
    int over = tally == null ? 0 : tally.wrong() - free;
    if (over < 0 || tally == null) {
      return Duration.ZERO;
    }
    // 100 ms, 200 ms, 400 ms …; thirty doublings would do for any setting.
    Duration doubled = FIRST.multipliedBy(1L << Math.min(over, 30));
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }

  synchronized void wrong(String who) {
    if (who.isEmpty()) {
      return;
    }
    dropForgotten();
    Tally before = tallies.get(who);
    int count = before == null ? 1 : before.wrong() + 1;
    tallies.putLast(who, new Tally(count, nanos.getAsLong()));
    if (tallies.size() > MOST) {
      tallies.pollFirstEntry();
    }
  }

  /** How many of them are made to wait. */
  synchronized long braked() {
    return List.copyOf(tallies.keySet()).stream().filter(who -> !pause(who).isZero()).count();
  }

  /** How many are remembered. */
  synchronized int remembered() {
    dropForgotten();
    return tallies.size();
  }

  private void dropForgotten() {
    long now = nanos.getAsLong();
    for (var eldest = tallies.firstEntry();
        eldest != null && now - eldest.getValue().last() > forgotten;
        eldest = tallies.firstEntry()) {
      tallies.pollFirstEntry();
    }
  }
}
