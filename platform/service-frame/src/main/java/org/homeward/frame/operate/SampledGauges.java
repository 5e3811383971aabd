package org.homeward.frame.operate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.homeward.durable.Loop;
import org.homeward.durable.publication.Publication;
import org.homeward.durable.reader.TopicReader;

/**
 * Numbers about what runs in the background, asked for every few seconds: a scrape must not wait
 * for an engine that is away. None of them is about a person or a case.
 */
public final class SampledGauges implements MeterBinder {

  private static final Duration EVERY = Duration.ofSeconds(5);

  private final List<Sampled> samples = new ArrayList<>();
  private final List<Loop> loops = new ArrayList<>();

  /** One number; not a number when it could not be asked. */
  private static final class Sampled {

    private final String name;
    private final String description;
    private final Tags tags;
    private final DoubleSupplier source;
    private volatile double last = Double.NaN;

    private Sampled(String name, String description, Tags tags, DoubleSupplier source) {
      this.name = name;
      this.description = description;
      this.tags = tags;
      this.source = source;
    }

    void take() {
      last = Double.NaN;
      last = source.getAsDouble();
    }
  }

  /** {@code homeward.reader.lag} and {@code homeward.reader.stale}, tagged with the topic. */
  public SampledGauges reader(TopicReader reader) {
    var topic = Tags.of("topic", reader.topic());
    add("homeward.reader.lag", "records not applied yet", topic, reader::lag);
    return add(
        "homeward.reader.stale",
        "aggregates whose newest record was unreadable",
        topic,
        reader::staleAggregates);
  }

  /** {@code homeward.publication.oldest.pending}, in seconds, over all of them. */
  public SampledGauges publications(Clock clock, Publication<?>... publications) {
    return add(
        "homeward.publication.oldest.pending",
        "age in seconds of the oldest change that is not published",
        Tags.empty(),
        () -> oldest(clock.instant(), publications));
  }

  /** Any other number. */
  public SampledGauges gauge(String name, String description, DoubleSupplier source) {
    return add(name, description, Tags.empty(), source);
  }

  public void start() {
    for (Sampled sampled : samples) {
      var loop = new Loop("sample-" + sampled.name, EVERY, sampled::take);
      loops.add(loop);
      loop.start();
    }
  }

  public void close() {
    loops.forEach(Loop::close);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Sampled sampled : samples) {
      Gauge.builder(sampled.name, sampled, s -> s.last)
          .tags(sampled.tags)
          .description(sampled.description)
          .register(registry);
    }
  }

  /** Asks for all of them now; ends at the first that cannot be asked. */
  void sample() {
    samples.forEach(Sampled::take);
  }

  private SampledGauges add(String name, String description, Tags tags, DoubleSupplier source) {
    samples.add(new Sampled(name, description, tags, source));
    return this;
  }

  private static double oldest(Instant now, Publication<?>... publications) {
    return Stream.of(publications)
        .flatMap(publication -> publication.oldestPending().stream())
        .mapToDouble(due -> Duration.between(due, now).toMillis() / 1000.0)
        .reduce(0, Math::max);
  }
}
