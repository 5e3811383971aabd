package org.homeward.alert.node;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Counts answers of a few known kinds. Each kind is there from the start: a rate from nothing is
 * none.
 */
public final class CountedAnswers {

  private final MeterRegistry metrics;
  private final String name;
  private final String tag;

  private CountedAnswers(MeterRegistry metrics, String name, String tag) {
    this.metrics = metrics;
    this.name = name;
    this.tag = tag;
  }

  /**
   * @param tag by which the kinds are told apart
   */
  public static CountedAnswers of(
      MeterRegistry metrics, String name, String tag, Collection<String> kinds) {
    var counted = new CountedAnswers(metrics, name, tag);
    kinds.forEach(kind -> metrics.counter(name, tag, kind));
    return counted;
  }

  /** Counts outcomes of a sealed type, each by its name. */
  public static CountedAnswers ofOutcomes(MeterRegistry metrics, String name, Class<?> sealed) {
    return of(
        metrics,
        name,
        "outcome",
        Stream.of(sealed.getPermittedSubclasses()).map(CountedAnswers::kind).toList());
  }

  private static String kind(Class<?> outcome) {
    return outcome.getSimpleName().toLowerCase(Locale.ROOT);
  }

  public void count(String kind) {
    metrics.counter(name, tag, kind).increment();
  }

  /** One of a sealed type. */
  public void countOutcome(Object outcome) {
    count(kind(outcome.getClass()));
  }
}
