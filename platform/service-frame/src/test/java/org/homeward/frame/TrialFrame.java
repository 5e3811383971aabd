package org.homeward.frame;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.publication.EventRecord;
import org.homeward.durable.publication.EventTopic;
import org.homeward.durable.publication.Publication;
import org.homeward.durable.reader.TopicReader;
import org.homeward.face.trace.Trace;
import org.homeward.frame.broker.EventReader;
import org.homeward.frame.broker.EventRecords;
import org.homeward.frame.broker.Readers;
import org.homeward.frame.config.FrameConfiguration;
import org.homeward.frame.node.ServiceName;
import org.homeward.frame.operate.ReaderEndpoint;
import org.homeward.frame.operate.RepublishEndpoint;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.start.Background;
import org.homeward.frame.start.Opening;
import org.homeward.frame.store.OwnDocuments;
import org.homeward.schema.event.Decoded;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.event.EventCodec;
import org.homeward.schema.facts.SnapshotKind;
import org.homeward.schema.facts.Tombstone;
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
  GuardedDocuments<Stone> stones(OwnDocuments documents) {
    return documents.of("stones", Stone.class);
  }

  @Bean
  AtOpening stonesOpening(GuardedDocuments<Stone> stones) {
    return stones::prepare;
  }

  @Bean
  Opening opening(ObjectProvider<AtOpening> parts) {
    return new Opening(Duration.ofSeconds(30), parts.orderedStream().toList());
  }

  @Bean(destroyMethod = "")
  Publication<Stone> publication(
      GuardedDocuments<Stone> stones, EventTopic ownTopic, EventCodec codec) {
    return new Publication<>(
        "stones", stones, List.of(ownTopic.drain(stone -> render(stone, codec))));
  }

  private static EventRecord render(Guarded<Stone> stone, EventCodec codec) {
    var snapshot = new Tombstone(stone.id(), SnapshotKind.CASE, false, stone.state().month());
    return EventRecords.of(
        codec.write(
            stone.id(), Envelope.of("rs", stone.version(), EventRecords.changes(stone), snapshot)));
  }

  @Bean
  Background publishing(Publication<Stone> publication) {
    return new Background(publication::start, publication::close);
  }

  @Bean(destroyMethod = "")
  TopicReader reader(Readers readers, EventCodec codec, MeterRegistry metrics) {
    return readers.further(
        "cases",
        "1",
        new EventReader(
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

  @Bean
  Background reading(TopicReader reader) {
    return new Background(reader::start, reader::close);
  }

  @Bean
  ReaderEndpoint readerEndpoint(TopicReader reader) {
    return new ReaderEndpoint(reader);
  }

  @Bean
  RepublishEndpoint republishEndpoint(Publication<Stone> publication) {
    return new RepublishEndpoint(publication);
  }
}
