package org.homeward.alert.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CountedWaitsTest {

  private static final Tags MAIL = Tags.of("channel", "mail");

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final CountedWaits waits = new CountedWaits(metrics, "waits");

  private double counted(String within) {
    return metrics.get("waits").tags(MAIL.and("within", within)).counter().count();
  }

  @Test
  void everyWaitIsInOneClass() {
    waits.prepare(MAIL);
    assertThat(counted("later")).isZero();

    waits.count(MAIL, Duration.ZERO);
    waits.count(MAIL, Duration.ofSeconds(5));
    waits.count(MAIL, Duration.ofSeconds(6));
    waits.count(MAIL, Duration.ofMinutes(15).plusMillis(1));

    assertThat(counted("5s")).isEqualTo(2);
    assertThat(counted("60s")).isEqualTo(1);
    assertThat(counted("15m")).isZero();
    assertThat(counted("later")).isEqualTo(1);
  }
}
