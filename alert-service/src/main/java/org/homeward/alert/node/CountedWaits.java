package org.homeward.alert.node;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;

/** Counts waits in classes of time; nobody is named. */
public final class CountedWaits {

  private static final String WITHIN = "within";

  private final MeterRegistry metrics;
  private final String name;

  /** How long it took at most. */
  private enum Within {
    FIVE_SECONDS("5s", Duration.ofSeconds(5)),
    A_MINUTE("60s", Duration.ofMinutes(1)),
    A_QUARTER("15m", Duration.ofMinutes(15)),
    LATER("later", Duration.ofSeconds(Long.MAX_VALUE));

    private final String word;
    private final Duration most;

    Within(String word, Duration most) {
      this.word = word;
      this.most = most;
    }

    static Within of(Duration waited) {
      for (Within each : values()) {
        if (waited.compareTo(each.most) <= 0) {
          return each;
        }
      }
      return LATER;
    }
  }

  public CountedWaits(MeterRegistry metrics, String name) {
    this.metrics = metrics;
    this.name = name;
  }

  /** It is there before the first one waits. */
  public void prepare(Tags tags) {
    for (Within each : Within.values()) {
      metrics.counter(name, tags.and(WITHIN, each.word));
    }
  }

  public void count(Tags tags, Duration waited) {
    metrics.counter(name, tags.and(WITHIN, Within.of(waited).word)).increment();
  }
}
