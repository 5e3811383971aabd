package org.homeward.bridge.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.Owned;
import org.homeward.durable.Loop;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.publication.Publication;
import org.homeward.durable.reader.TopicReader;
import org.homeward.frame.start.Background;
import org.homeward.schema.facts.HandoverStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Numbers about what runs in the background; none of them is about a person or a case. */
@Configuration(proxyBeanMethods = false)
public class MetricsConfiguration {

  /** A scrape must not wait for a broker or store that is away. */
  private static final Duration EVERY = Duration.ofSeconds(5);

  private static final int ENOUGH = 1_000;

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

  private record Samples(Map<String, Sampled> byName) {}

  @Bean
  Samples samples(
      TopicReader casesReader,
      TopicReader alertsReader,
      Publication<Handover> publication,
      GuardedDocuments<Handover> handovers,
      Clock clock) {
    Map<String, Sampled> samples = new TreeMap<>();
    samples.put("homeward.reader.lag.cases", new Sampled(casesReader::lag));
    samples.put("homeward.reader.lag.alerts", new Sampled(alertsReader::lag));
    samples.put(
        "homeward.publication.oldest.pending",
        new Sampled(() -> age(publication.oldestPending().orElse(Instant.MAX), clock)));
    samples.put(
        "homeward.bridge.oldest.unacknowledged",
        new Sampled(() -> age(oldestUnacknowledged(handovers), clock)));
    return new Samples(samples);
  }

  @Bean
  Background sampling(Samples samples) {
    List<Loop> loops =
        samples.byName().entrySet().stream()
            .map(each -> new Loop("sample-" + each.getKey(), EVERY, each.getValue()::sample))
            .toList();
    return new Background(() -> loops.forEach(Loop::start), () -> loops.forEach(Loop::close));
  }

  @Bean
  MeterBinder backgroundMetrics(Samples samples) {
    return registry ->
        samples
            .byName()
            .forEach(
                (name, sampled) -> Gauge.builder(name, sampled, s -> s.last).register(registry));
  }

  private static Instant oldestUnacknowledged(GuardedDocuments<Handover> handovers) {
    return handovers.page("status", HandoverStatus.OFFERED.name(), "", ENOUGH).stream()
        .filter(found -> found.state() instanceof Owned)
        .map(found -> ((Owned) found.state()).clocks().offeredAt())
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  /** In seconds. */
  private static double age(Instant since, Clock clock) {
    Instant now = clock.instant();
    return since.isAfter(now) ? 0 : Duration.between(since, now).toMillis() / 1000.0;
  }
}
