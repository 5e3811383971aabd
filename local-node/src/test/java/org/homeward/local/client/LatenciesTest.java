package org.homeward.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void percentilesAreTimesThatWereTaken() {
    var latencies = new Latencies();
    IntStream.rangeClosed(1, 200).forEach(n -> latencies.add(Duration.ofMillis(201 - n)));

    assertThat(latencies.percentile(50)).isEqualTo(Duration.ofMillis(100));
    assertThat(latencies.percentile(99)).isEqualTo(Duration.ofMillis(198));
    assertThat(latencies.percentile(100)).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void oneTimeIsEveryPercentile() {
    var latencies = new Latencies();
    latencies.add(Duration.ofMillis(7));

    assertThat(latencies).hasToString("p50 7 ms, p99 7 ms");
  }

  @Test
  void nothingMeasuredIsZero() {
    assertThat(new Latencies().percentile(99)).isZero();
  }
}
