package org.homeward.trials.wide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.homeward.local.client.Latencies;
import org.homeward.trials.soak.history.Kind;
import org.homeward.trials.soak.history.Operation;
import org.homeward.trials.soak.history.Operation.Result;

/**
 * The cost of a disturbance for those who used the node meanwhile.
 *
 * @param requests that were sent
 * @param failed of them: answered 5xx or not at all, then repeated with the same key
 * @param longestWish from the first request of an operation to its outcome
 * @param toFeed the times of the reports released meanwhile
 * @param slow of those: took longer than usual
 * @param again after its beginning the feed was as quick as usual; zero when it always was
 */
record Cost(
    int requests, int failed, Duration longestWish, Latencies toFeed, int slow, Duration again) {

  /** The longest time of a report to the feed on a busy machine without faults. */
  static final Duration USUAL = Duration.ofSeconds(1);

  /**
   * The cost for requests between these two times.
   *
   * @param seen the time at which the feed first showed this plate
   */
  static Cost of(
      List<Operation> operations,
      Function<String, Optional<Instant>> seen,
      Instant from,
      Instant until) {
    int requests = 0;
    int failed = 0;
    int slow = 0;
    Duration longestWish = Duration.ZERO;
    Duration again = Duration.ZERO;
    var toFeed = new Latencies();
    Map<String, Instant> begun = new HashMap<>();
    Set<String> released = new HashSet<>();
    for (Operation asked : operations) {
      Instant first = begun.computeIfAbsent(asked.key(), _ -> asked.invoked());
      if (asked.invoked().isBefore(from) || !asked.invoked().isBefore(until)) {
        continue;
      }
      requests++;
      failed += asked.result() == Result.UNKNOWN ? 1 : 0;
      if (asked.isOk() && asked.answered() instanceof Instant answered) {
        longestWish = max(longestWish, Duration.between(first, answered));
        if (asked.kind() == Kind.RELEASE && released.add(asked.subject())) {
          Instant there = seen.apply(asked.subject()).orElse(null);
          if (there != null) {
            Duration took = max(Duration.ZERO, Duration.between(answered, there));
            toFeed.add(took);
            if (took.compareTo(USUAL) > 0) {
              slow++;
              again = max(again, Duration.between(from, there));
            }
          }
        }
      }
    }
    return new Cost(requests, failed, longestWish, toFeed, slow, again);
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    words.add("%d requests, %d failed and were repeated".formatted(requests, failed));
    words.add("longest until an outcome %.1f s".formatted(seconds(longestWish)));
    words.add(
        "%d released → feed %s, longest %.1f s"
            .formatted(toFeed.count(), toFeed, seconds(toFeed.percentile(100))));
    words.add(
        again.isZero()
            ? "none more than 1 s"
            : "%d took more than 1 s, the last came %.1f s after the beginning"
                .formatted(slow, seconds(again)));
    return String.join(" · ", words);
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
