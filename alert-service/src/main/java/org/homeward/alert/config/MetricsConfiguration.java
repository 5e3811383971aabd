package org.homeward.alert.config;

import static com.mongodb.client.model.Filters.eq;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.homeward.alert.mongo.MongoFeedLog;
import org.homeward.alert.subscriptions.Subscription;
import org.homeward.durable.Loop;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.publication.Publication;
import org.homeward.durable.reader.TopicReader;
import org.homeward.frame.start.Background;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Numbers about what runs in the background; none of them is about a person or a case. */
@Configuration(proxyBeanMethods = false)
public class MetricsConfiguration {

  /** A scrape must not wait for a broker or store that is away. */
  private static final Duration EVERY = Duration.ofSeconds(5);

  /** Counting reads a whole collection. */
  private static final Duration SELDOM = Duration.ofSeconds(30);

  /** A number that is asked for now and then; not a number when it could not be asked. */
  private static final class Sampled {

    private final DoubleSupplier source;
    private final Loop loop;
    private volatile double last = Double.NaN;

    Sampled(String name, Duration every, DoubleSupplier source) {
      this.source = source;
      this.loop = new Loop("sample-" + name, every, this::sample);
    }

    void sample() {
      last = Double.NaN;
      last = source.getAsDouble();
    }
  }

  /** The samples, each with the loop that takes it. */
  private record Samples(
      Sampled lag, Sampled pending, Sampled head, Sampled unconfirmed, Sampled confirmed) {

    List<Sampled> all() {
      return List.of(lag, pending, head, unconfirmed, confirmed);
    }
  }

  @Bean
  Samples samples(
      TopicReader casesReader,
      ObjectProvider<Publication<?>> publications,
      MongoFeedLog feedLog,
      GuardedDocuments<Subscription> subscriptions,
      Clock clock) {
    List<Publication<?>> all = new ArrayList<>(publications.orderedStream().toList());
    return new Samples(
        new Sampled("lag", EVERY, casesReader::lag),
        new Sampled("pending", EVERY, () -> oldestPending(all, clock)),
        new Sampled("head", EVERY, () -> feedLog.head().n()),
        new Sampled("unconfirmed", SELDOM, () -> count(subscriptions, "UNCONFIRMED")),
        new Sampled("confirmed", SELDOM, () -> count(subscriptions, "CONFIRMED")));
  }

  @Bean
  Background sampling(Samples samples) {
    return new Background(
        () -> samples.all().forEach(sampled -> sampled.loop.start()),
        () -> samples.all().forEach(sampled -> sampled.loop.close()));
  }

  @Bean
  MeterBinder backgroundMetrics(Samples samples, TopicReader casesReader) {
    return registry -> {
      gauge("homeward.reader.lag", "records not applied yet", samples.lag()).register(registry);
      gauge(
              "homeward.publication.oldest.pending",
              "age of the oldest change that is not published",
              samples.pending())
          .baseUnit("seconds")
          .register(registry);
      gauge("homeward.feed.head", "number of the newest entry", samples.head()).register(registry);
      gauge("homeward.subscriptions", "subscriptions of volunteers", samples.unconfirmed())
          .tag("status", "unconfirmed")
          .register(registry);
      gauge("homeward.subscriptions", "subscriptions of volunteers", samples.confirmed())
          .tag("status", "confirmed")
          .register(registry);
      Gauge.builder("homeward.reader.stale", casesReader, TopicReader::staleAggregates)
          .description("cases whose newest record was unreadable")
          .register(registry);
    };
  }

  private static double oldestPending(List<Publication<?>> publications, Clock clock) {
    return publications.stream()
        .map(Publication::oldestPending)
        .flatMap(Optional::stream)
        .mapToDouble(due -> late(due, clock))
        .max()
        .orElse(0);
  }

  private static double count(GuardedDocuments<Subscription> subscriptions, String status) {
    return subscriptions.collection().countDocuments(eq("state.status", status));
  }

  private static double late(Instant due, Clock clock) {
    return Math.max(0, Duration.between(due, clock.instant()).toMillis() / 1000.0);
  }

  private static Gauge.Builder<Sampled> gauge(String name, String description, Sampled sampled) {
    return Gauge.builder(name, sampled, s -> s.last).description(description);
  }
}
