package org.homeward.intake.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.homeward.durable.Loop;
import org.homeward.durable.publication.Publication;
import org.homeward.intake.cases.Case;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Numbers about what runs in the background; none of them is about a person or a case. */
@Configuration(proxyBeanMethods = false)
public class MetricsConfiguration {

  /** A scrape must not wait for a store that is away. */
  private static final Duration EVERY = Duration.ofSeconds(5);

  /** Age in seconds of the oldest change that is not published; NaN when it could not be asked. */
  private record OldestPending(AtomicReference<Double> seconds) {}

  @Bean
  OldestPending oldestPending() {
    return new OldestPending(new AtomicReference<>(Double.NaN));
  }

  @Bean
  Background sampling(OldestPending oldest, Publication<Case> publication, Clock clock) {
    var loop =
        new Loop(
            "sample-pending",
            EVERY,
            () -> {
              oldest.seconds().set(Double.NaN);
              oldest.seconds().set(age(publication, clock));
            });
    return new Background(loop::start, loop::close);
  }

  @Bean
  MeterBinder backgroundMetrics(OldestPending oldest) {
    return registry ->
        Gauge.builder("homeward.publication.oldest.pending", oldest, o -> o.seconds().get())
            .baseUnit("seconds")
            .description("age of the oldest change that is not published")
            .register(registry);
  }

  private static double age(Publication<Case> publication, Clock clock) {
    Instant now = clock.instant();
    Instant due = publication.oldestPending().orElse(now);
    return Math.max(0, Duration.between(due, now).toMillis() / 1000.0);
  }
}
