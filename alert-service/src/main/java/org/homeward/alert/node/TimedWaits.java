package org.homeward.alert.node;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** How long people waited for something, in classes of seconds; nobody is named. */
public final class TimedWaits {

  private static final Duration[] CLASSES = {
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(15),
    Duration.ofMinutes(1),
    Duration.ofMinutes(5),
    Duration.ofMinutes(30),
    Duration.ofHours(2)
  };

  private final MeterRegistry metrics;
  private final String name;

  public TimedWaits(MeterRegistry metrics, String name) {
    this.metrics = metrics;
    this.name = name;
  }

  /**
   * @param tags name and value, in turn; each name has few values
   */
  public void record(Duration waited, String... tags) {
    Timer.builder(name).tags(tags).serviceLevelObjectives(CLASSES).register(metrics).record(waited);
  }
}
