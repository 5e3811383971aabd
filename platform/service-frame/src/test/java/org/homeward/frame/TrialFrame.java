package org.homeward.frame;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.homeward.durable.Aggregate;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.publication.EventRecord;
import org.homeward.durable.publication.EventTopic;
import org.homeward.durable.reader.TopicReader;
import org.homeward.face.trace.Trace;
import org.homeward.frame.broker.EventDispatch;
import org.homeward.frame.broker.EventRecords;
import org.homeward.frame.broker.Readers;
import org.homeward.frame.config.FrameConfiguration;
import org.homeward.frame.evidence.AuditedSubjects;
import org.homeward.frame.node.ServiceName;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.start.Opening;
import org.homeward.frame.store.Aggregates;
import org.homeward.schema.event.Decoded;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.event.EventCodec;
import org.homeward.schema.snapshots.SnapshotKind;
import org.homeward.schema.snapshots.Tombstone;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** A service with nothing but its frame: it publishes tombstones and reads its own topic. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {MongoAutoConfiguration.class, KafkaAutoConfiguration.class})
@Import(FrameConfiguration.class)
class TrialFrame {

  record Stone(YearMonth month) {}

  final Map<String, String> traces = new ConcurrentHashMap<>();
  final BlockingQueue<Decoded.Event> read = new LinkedBlockingQueue<>();

  @Bean
  ServiceName serviceName(Environment settings) {
    return new ServiceName("trial", settings.getProperty("trial.topic", "cases"));
  }

  @Bean
  Aggregate<Stone> stones(Aggregates aggregates, EventTopic ownTopic, EventCodec codec) {
    return aggregates
        .of("stones", Stone.class)
        .publishedTo(ownTopic.drain(stone -> render(stone, codec)))
        .declared();
  }

  @Bean
  AuditedSubjects auditedSubjects() {
    return new AuditedSubjects() {
      @Override
      public Set<String> ofCase(String caseId) {
        return Set.of(caseId);
      }

      @Override
      public Map<String, Boolean> mayKnow(String person, Set<String> ids) {
        return Map.of();
      }
    };
  }

  @Bean
  Opening opening(ObjectProvider<AtOpening> parts) {
    return new Opening(Duration.ofSeconds(30), parts.orderedStream().toList());
  }

  private static EventRecord render(Guarded<Stone> stone, EventCodec codec) {
    var snapshot = new Tombstone(stone.id(), SnapshotKind.CASE, false, stone.state().month());
    return EventRecords.of(
        codec.write(
            stone.id(), Envelope.of("rs", stone.version(), EventRecords.changes(stone), snapshot)));
  }

  @Bean(destroyMethod = "")
  TopicReader reader(Readers readers, EventCodec codec, MeterRegistry metrics) {
    return readers.further(
        "cases",
        "1",
        new EventDispatch(
            codec,
            metrics,
            Map.of(
                SnapshotKind.CASE,
                event -> {
                  traces.put(event.subject().id(), Trace.current().orElseThrow().id());
                  read.add(event);
                  return "READ";
                })));
  }
}
