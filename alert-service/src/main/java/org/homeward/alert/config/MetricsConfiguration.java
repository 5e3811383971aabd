package org.homeward.alert.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import org.homeward.alert.mongo.MongoFeedLog;
import org.homeward.alert.notices.PoliceNotice;
import org.homeward.durable.Loop;
import org.homeward.durable.publication.Publication;
import org.homeward.durable.reader.TopicReader;
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

  /** The three samples, and the loop that takes them. */
  private record Samples(Sampled lag, Sampled pending, Sampled head) {}

  @Bean
  Samples samples(
      TopicReader casesReader,
      Publication<PoliceNotice> publication,
      MongoFeedLog feedLog,
      Clock clock) {
    return new Samples(
        new Sampled(casesReader::lag),
        new Sampled(() -> publication.oldestPending().map(due -> late(due, clock)).orElse(0.0)),
        new Sampled(() -> feedLog.head().n()));
  }

  @Bean
  Background sampling(Samples samples) {
    var lag = new Loop("sample-lag", EVERY, samples.lag()::sample);
    var pending = new Loop("sample-pending", EVERY, samples.pending()::sample);
    var head = new Loop("sample-head", EVERY, samples.head()::sample);
    return new Background(
        () -> {
          lag.start();
          pending.start();
          head.start();
        },
        () -> {
          lag.close();
          pending.close();
          head.close();
        });
  }

  @Bean
  MeterBinder backgroundMetrics(Samples samples, TopicReader casesReader) {
    return registry -> {
      gauge(registry, "homeward.reader.lag", "records not applied yet", samples.lag());
      Gauge.builder("homeward.publication.oldest.pending", samples.pending(), s -> s.last)
          .baseUnit("seconds")
          .description("age of the oldest change that is not published")
          .register(registry);
      gauge(registry, "homeward.feed.head", "number of the newest entry", samples.head());
      Gauge.builder("homeward.reader.stale", casesReader, TopicReader::staleAggregates)
          .description("cases whose newest record was unreadable")
          .register(registry);
    };
  }

  private static double late(Instant due, Clock clock) {
    return Math.max(0, Duration.between(due, clock.instant()).toMillis() / 1000.0);
  }

  private static void gauge(
      MeterRegistry registry, String name, String description, Sampled sampled) {
    Gauge.builder(name, sampled, s -> s.last).description(description).register(registry);
  }
}
