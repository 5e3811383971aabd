package org.homeward.frame.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SampledGaugesTest {

  private final MeterRegistry metrics = new SimpleMeterRegistry();

  private double shown() {
    return metrics.get("homeward.feed.head").gauge().value();
  }

  @Test
  void aNumberIsTheLastThatWasAskedForAndNoneWhileItCannotBeAsked() {
    var away = new AtomicBoolean();
    var gauges =
        new SampledGauges()
            .gauge(
                "homeward.feed.head",
                "number of the newest entry",
                () -> {
                  if (away.get()) {
                    throw new IllegalStateException("the store is away");
                  }
                  return 7;
                });
    gauges.bindTo(metrics);
    assertThat(shown()).isNaN();

    gauges.sample();
    assertThat(shown()).isEqualTo(7);

    away.set(true);
    assertThatThrownBy(gauges::sample).isInstanceOf(IllegalStateException.class);
    assertThat(shown()).isNaN();
  }
}
