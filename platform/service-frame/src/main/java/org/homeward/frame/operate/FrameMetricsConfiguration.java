package org.homeward.frame.operate;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.durable.Aggregate;
import org.homeward.durable.Loop;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.publication.Publication;
import org.homeward.durable.reader.ReaderState;
import org.homeward.durable.reader.TopicReader;
import org.homeward.durable.store.WriteObserver;
import org.homeward.frame.start.Background;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The numbers that every service has: of its writes, publications, readers, alarms and loops. */
@Configuration(proxyBeanMethods = false)
public class FrameMetricsConfiguration {

  @Bean
  WriteObserver writeObserver(MeterRegistry metrics) {
    return new MeteredWrites(metrics);
  }

  @Bean
  SampledGauges frameGauges(
      ObjectProvider<TopicReader> readers, ObjectProvider<Aggregate<?>> aggregates) {
    var gauges =
        new SampledGauges()
            .publications(aggregates.orderedStream().toList())
            .list(
                "homeward.loop.late",
                "how long ago a loop should have had its next good turn",
                "seconds",
                "loop",
                FrameMetricsConfiguration::late);
    readers.orderedStream().forEach(gauges::reader);
    return gauges;
  }

  /** Instances of one kind share a name: the worst of them counts. */
  private static Map<String, Double> late() {
    Map<String, Double> late = new TreeMap<>();
    for (Loop loop : Loop.running()) {
      late.merge(loop.name(), seconds(loop.late()), Math::max);
    }
    return late;
  }

  @Bean
  ReaderEndpoint readerEndpoint(ObjectProvider<TopicReader> readers) {
    return new ReaderEndpoint(() -> readers.orderedStream().toList());
  }

  @Bean
  RepublishEndpoint republishEndpoint(ObjectProvider<Aggregate<?>> aggregates) {
    return new RepublishEndpoint(() -> aggregates.orderedStream().toList());
  }

  @Bean
  Background frameSampling(SampledGauges frameGauges) {
    return new Background(frameGauges::start, frameGauges::close);
  }

  @Bean
  MeterBinder frameCounters(
      ObjectProvider<TopicReader> readers, ObjectProvider<Aggregate<?>> aggregates) {
    return registry -> {
      readers.orderedStream().forEach(reader -> show(reader, registry));
      for (Aggregate<?> each : aggregates.orderedStream().toList()) {
        each.publication().ifPresent(publication -> count(publication, registry));
        count(each.alarms(), registry);
      }
    };
  }

  private static void show(TopicReader reader, MeterRegistry registry) {
    FunctionCounter.builder("homeward.reader.commits", reader, TopicReader::commits)
        .description("how many times a reader has told the broker how far it is")
        .tag("topic", reader.topic())
        .register(registry);
    Gauge.builder(
            "homeward.reader.reading",
            reader,
            each -> each.state() instanceof ReaderState.Reading ? 1 : 0)
        .description("1 while a topic is read, 0 while its reader waits, retries or has stopped")
        .tag("topic", reader.topic())
        .register(registry);
  }

  private static void count(Publication<?> publication, MeterRegistry registry) {
    FunctionCounter.builder("homeward.publications", publication, Publication::published)
        .description("documents whose changes got where others see them")
        .tag("of", publication.name())
        .register(registry);
  }

  private static void count(Alarms alarms, MeterRegistry registry) {
    FunctionCounter.builder("homeward.alarms.failed", alarms, Alarms::failed)
        .description("alarms whose answer failed; they come again")
        .tag("of", alarms.name())
        .register(registry);
    Gauge.builder("homeward.alarms.overdue", alarms, each -> seconds(each.overdue()))
        .baseUnit("seconds")
        .description("how long the oldest alarm that was found last had been waiting")
        .tag("of", alarms.name())
        .register(registry);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
