package org.homeward.intake.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.homeward.durable.Loop;
import org.homeward.durable.publication.Publication;
import org.homeward.durable.reader.TopicReader;
import org.homeward.frame.start.Background;
import org.homeward.intake.cases.KeptCase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Numbers about what runs in the background; none of them is about a person or a case. */
@Configuration(proxyBeanMethods = false)
public class MetricsConfiguration {

  /** A scrape must not wait for a broker or store that is away. */
  private static final Duration EVERY = Duration.ofSeconds(5);

  /** A number that is asked for now and then; not a number when it could not be asked. */
  private static final class Sampled {

    private final DoubleSupplier source;
    private volatile double last = Double.NaN;

    Sampled(DoubleSupplier source) {
      this.source = source;
    }

    void sample() {
      last = Double.NaN;
      last = source.getAsDouble();
    }
  }

  private record Samples(Sampled pending, Sampled handoversLag, Sampled alertsLag) {}

  @Bean
  Samples samples(
      Publication<KeptCase> publication,
      TopicReader handoversReader,
      TopicReader alertsReader,
      Clock clock) {
    return new Samples(
        new Sampled(() -> age(publication, clock)),
        new Sampled(handoversReader::lag),
        new Sampled(alertsReader::lag));
  }

  @Bean
  Background sampling(Samples samples) {
    List<Loop> loops =
        List.of(
            new Loop("sample-pending", EVERY, samples.pending()::sample),
            new Loop("sample-handovers-lag", EVERY, samples.handoversLag()::sample),
            new Loop("sample-alerts-lag", EVERY, samples.alertsLag()::sample));
    return new Background(() -> loops.forEach(Loop::start), () -> loops.forEach(Loop::close));
  }

  @Bean
  MeterBinder backgroundMetrics(
      Samples samples, TopicReader handoversReader, TopicReader alertsReader) {
    return registry -> {
      Gauge.builder("homeward.publication.oldest.pending", samples.pending(), s -> s.last)
          .baseUnit("seconds")
          .description("age of the oldest change that is not published")
          .register(registry);
      lag("handovers", samples.handoversLag()).register(registry);
      lag("alerts", samples.alertsLag()).register(registry);
      stale("handovers", handoversReader).register(registry);
      stale("alerts", alertsReader).register(registry);
    };
  }

  private static Gauge.Builder<Sampled> lag(String topic, Sampled sampled) {
    return Gauge.builder("homeward.reader.lag", sampled, s -> s.last)
        .tag("topic", topic)
        .description("records not applied yet");
  }

  private static Gauge.Builder<TopicReader> stale(String topic, TopicReader reader) {
    return Gauge.builder("homeward.reader.stale", reader, TopicReader::staleAggregates)
        .tag("topic", topic)
        .description("cases whose newest record was unreadable");
  }

  private static double age(Publication<KeptCase> publication, Clock clock) {
    Instant now = clock.instant();
    Instant due = publication.oldestPending().orElse(now);
    return Math.max(0, Duration.between(due, now).toMillis() / 1000.0);
  }
}
