package org.homeward.local.rounds;

import java.io.PrintStream;
import java.time.Duration;
import org.homeward.local.client.FeedWatch;
import org.homeward.local.client.Latencies;

/** What happened in a round, in numbers. */
final class Account {
  private final Wishes wishes;
  private final Kills kills;
  private final FeedWatch watch;
  private final PrintStream out;

  Account(Wishes wishes, Kills kills, FeedWatch watch, PrintStream out) {
    this.wishes = wishes;
    this.kills = kills;
    this.watch = watch;
    this.out = out;
  }

  void tell(long nanos) {
    var quiet = new Latencies();
    int released = 0;
    for (Call call : wishes.filed()) {
      var seen = watch.seen(call.told().plate());
      if (call.told().released() && seen.isPresent()) {
        released++;
        if (!kills.touched(call.releasedAt(), seen.getAsLong())) {
          quiet.add(Duration.ofNanos(Math.max(0, seen.getAsLong() - call.releasedAt())));
        }
      }
    }
    out.printf(
        "  %d reports in %.0f s, %d released and seen, %d held, %d requests repeated%n",
        wishes.filed().size(),
        nanos / 1e9,
        released,
        wishes.filed().stream().filter(call -> !call.told().released()).count(),
        repeats());
    out.printf(
        "  released → on the feed, of %d away from kills, at 20/s: %s%n", quiet.count(), quiet);
    out.printf(
        "  %d of %d handovers offered and accepted%n",
        wishes.offers().stream()
            .filter(offer -> !offer.handover().isEmpty() && offer.trouble().isEmpty())
            .count(),
        wishes.offers().size());
  }

  private int repeats() {
    return wishes.filed().stream().mapToInt(Call::repeats).sum()
        + wishes.offers().stream().mapToInt(Offer::repeats).sum();
  }
}
