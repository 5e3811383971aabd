package org.homeward.trials.wide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.trials.soak.history.Kind;
import org.homeward.trials.soak.history.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CostTest {
  private static final Instant T = Instant.parse("2026-03-01T22:15:00Z");
  private final List<Operation> operations = new ArrayList<>();

  @Test
  void repeatsSlowFeedsAndTheEndOfTheTroubleAreCounted() {
    asked(Kind.FILE, "a", "k1", 0, 1, 503);
    asked(Kind.FILE, "a", "k1", 2, null, 0);
    asked(Kind.FILE, "a", "k1", 3, 4, 201);
    asked(Kind.RELEASE, "a", "k2", 4, 5, 200);
    asked(Kind.RELEASE, "b", "k3", 20, 21, 200);
    asked(Kind.RELEASE, "c", "k4", 60, 61, 200);
    Map<String, Instant> seen = Map.of("a", at(13), "b", at(21), "c", at(99));

    Cost cost = Cost.of(operations, plate -> Optional.ofNullable(seen.get(plate)), at(1), at(60));

    assertThat(cost.requests()).as("that began in this time").isEqualTo(4);
    assertThat(cost.failed()).isEqualTo(1);
    assertThat(cost.longestWish()).as("from its first request").isEqualTo(Duration.ofSeconds(4));
    assertThat(cost.toFeed().percentile(100)).isEqualTo(Duration.ofSeconds(8));
    assertThat(cost.slow()).isEqualTo(1);
    assertThat(cost.again()).isEqualTo(Duration.ofSeconds(12));
  }

  @Test
  void whatIsNeverSlowCostsNothing() {
    asked(Kind.RELEASE, "a", "k", 4, 5, 200);

    Cost cost = Cost.of(operations, _ -> Optional.of(at(5)), at(0), at(60));

    assertThat(cost.again()).isZero();
    assertThat(cost)
        .hasToString(
            "1 requests, 0 failed and were repeated · longest until an outcome 1.0 s · 1 released →"
                + " feed p50 0 ms, p99 0 ms, longest 0.0 s · none more than 1 s");
  }

  private void asked(
      Kind kind, String plate, String key, long from, @Nullable Integer until, int status) {
    operations.add(
        new Operation(
            "rs",
            kind,
            plate,
            "ana",
            key,
            at(from),
            until == null ? null : at(until),
            status,
            "",
            ""));
  }

  private static Instant at(long seconds) {
    return T.plusSeconds(seconds);
  }
}
