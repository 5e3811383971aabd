package org.homeward.frame.operate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.homeward.durable.Aggregate;
import org.homeward.durable.Loop;
import org.homeward.durable.reader.TopicReader;

/**
 * Metrics that are sampled in the background, because a scrape must not wait for an unreachable
 * engine. None of them is about a person or a case.
 */
public final class SampledGauges implements MeterBinder {

  private static final Duration EVERY = Duration.ofSeconds(5);

  /** The pause for a metric that asks the store: a node at rest asks it seldom. */
  private static final Duration SELDOM = Duration.ofSeconds(30);

  private static final String SECONDS = "seconds";

  private final List<Sampled> samples = new ArrayList<>();
  private final List<Listed> lists = new ArrayList<>();
  private final List<Loop> loops = new ArrayList<>();
  private final List<Loop> refreshing = new ArrayList<>();

  /** One number; not a number when it could not be asked. */
  private static final class Sampled {

    private final String name;
    private final String description;
    private final String unit;
    private final Tags tags;
    private final Duration every;
    private final DoubleSupplier source;
    private volatile double last = Double.NaN;

    private Sampled(
        String name,
        String description,
        String unit,
        Tags tags,
        Duration every,
        DoubleSupplier source) {
      this.name = name;
      this.description = description;
      this.unit = unit;
      this.tags = tags;
      this.every = every;
      this.source = source;
    }

    void take() {
      last = Double.NaN;
      last = source.getAsDouble();
    }
  }

  /** Numbers by the name of what they are of. */
  private record Listed(
      String name,
      String description,
      String unit,
      String tag,
      Duration every,
      Supplier<Map<String, Double>> source) {}

  /** {@code homeward.reader.lag} and {@code homeward.reader.stale}, tagged with the topic. */
  public SampledGauges reader(TopicReader reader) {
    var topic = Tags.of("topic", reader.topic());
    add("homeward.reader.lag", "records not applied yet", "", topic, EVERY, reader::lag);
    return add(
        "homeward.reader.stale",
        "aggregates whose newest record was unreadable",
        "",
        topic,
        SELDOM,
        reader::staleAggregates);
  }

  /** {@code homeward.publication.oldest.pending}, in seconds, over all of them. */
  public SampledGauges publications(List<Aggregate<?>> aggregates) {
    return add(
        "homeward.publication.oldest.pending",
        "how long the oldest change that is not published is late",
        SECONDS,
        Tags.empty(),
        EVERY,
        () -> oldest(aggregates));
  }

  /** A number that the process knows by itself. */
  public SampledGauges gauge(String name, String description, DoubleSupplier source) {
    return add(name, description, "", Tags.empty(), EVERY, source);
  }

  /** A number that the store is asked for, tagged with what is counted. */
  public SampledGauges seldom(String name, String description, Tags tags, DoubleSupplier source) {
    return add(name, description, "", tags, SELDOM, source);
  }

  /**
   * Numbers by name, such as one for each partner; which there are may change.
   *
   * @param source keys must be few, and never of a person
   */
  public SampledGauges list(
      String name,
      String description,
      String unit,
      String tag,
      Supplier<Map<String, Double>> source) {
    lists.add(new Listed(name, description, unit, tag, EVERY, source));
    return this;
  }

  /** Numbers by name that the store is asked for, all at once. */
  public SampledGauges seldomList(
      String name, String description, String tag, Supplier<Map<String, Double>> source) {
    lists.add(new Listed(name, description, "", tag, SELDOM, source));
    return this;
  }

  public void start() {
    for (Sampled sampled : samples) {
      loops.add(new Loop("sample-" + sampled.name, sampled.every, sampled::take));
    }
    loops.addAll(refreshing);
    loops.forEach(Loop::start);
  }

  public void close() {
    loops.forEach(Loop::close);
    loops.clear();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Sampled sampled : samples) {
      Gauge.builder(sampled.name, sampled, s -> s.last)
          .tags(sampled.tags)
          .baseUnit(sampled.unit.isEmpty() ? null : sampled.unit)
          .description(sampled.description)
          .register(registry);
    }
    for (Listed listed : lists) {
      var rows =
          MultiGauge.builder(listed.name)
              .baseUnit(listed.unit.isEmpty() ? null : listed.unit)
              .description(listed.description)
              .register(registry);
      refreshing.add(new Loop("list-" + listed.name, listed.every, () -> write(rows, listed)));
    }
  }

  private static void write(MultiGauge rows, Listed listed) {
    rows.register(
        listed.source.get().entrySet().stream()
            .map(each -> MultiGauge.Row.of(Tags.of(listed.tag, each.getKey()), each.getValue()))
            .toList(),
        true);
  }

  /** Asks for all single numbers now; ends at the first that cannot be asked. */
  void sample() {
    samples.forEach(Sampled::take);
  }

  private SampledGauges add(
      String name,
      String description,
      String unit,
      Tags tags,
      Duration every,
      DoubleSupplier source) {
    samples.add(new Sampled(name, description, unit, tags, every, source));
    return this;
  }

  private static double oldest(List<Aggregate<?>> aggregates) {
    return aggregates.stream()
        .flatMap(each -> each.publication().stream())
        .mapToDouble(
            publication ->
                publication.overdue().map(late -> late.toMillis() / 1000.0).orElse(Double.NaN))
        .reduce(0, Math::max);
  }
}
