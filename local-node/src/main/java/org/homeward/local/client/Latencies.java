package org.homeward.local.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Times of one kind, in the order in which they were taken. */
public final class Latencies {
  private final List<Duration> times = Collections.synchronizedList(new ArrayList<>());

  public void add(Duration time) {
    times.add(time);
  }

  public int count() {
    return times.size();
  }

  /**
   * The time that {@code percent} of all times do not exceed.
   *
   * @return zero when there are none
   */
  public Duration percentile(int percent) {
    List<Duration> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    int rank = (sorted.size() * percent + 99) / 100; // nearest rank, rounded up
    return sorted.isEmpty() ? Duration.ZERO : sorted.get(Math.max(0, rank - 1));
  }

  /** As {@code p50 12 ms, p99 48 ms}. */
  @Override
  public String toString() {
    return "p50 %d ms, p99 %d ms".formatted(percentile(50).toMillis(), percentile(99).toMillis());
  }
}
