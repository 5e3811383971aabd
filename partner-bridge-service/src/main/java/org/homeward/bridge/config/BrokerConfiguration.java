package org.homeward.bridge.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.homeward.bridge.handovers.FollowErasure;
import org.homeward.bridge.handovers.FollowOwnCase;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.HandoverEnds;
import org.homeward.bridge.kafka.HandoverEvents;
import org.homeward.copies.CaseCopy;
import org.homeward.copies.CasesReader;
import org.homeward.copies.FollowCase;
import org.homeward.copies.FreshCases;
import org.homeward.durable.Loop;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.publication.EventTopic;
import org.homeward.durable.publication.Publication;
import org.homeward.durable.reader.TopicReader;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.frame.broker.EventReader;
import org.homeward.frame.broker.Readers;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.operate.ReaderEndpoint;
import org.homeward.frame.operate.RepublishEndpoint;
import org.homeward.frame.start.Background;
import org.homeward.schema.event.EventCodec;
import org.homeward.schema.facts.ErasureSnapshot;
import org.homeward.schema.facts.SnapshotKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The broker: the topics of cases and alerts are read, the topic of handovers written. */
@Configuration(proxyBeanMethods = false)
public class BrokerConfiguration {

  @Bean
  HandoverEvents handoverEvents(EventCodec codec, NodeSettings node) {
    return new HandoverEvents(codec, node.node());
  }

  /** Started where it is told who else hears of a write. */
  @Bean(destroyMethod = "")
  Publication<Handover> publication(
      GuardedDocuments<Handover> handovers,
      EventTopic ownTopic,
      HandoverEvents events,
      EndsLog endsLog) {
    return new Publication<>(
        "handovers",
        handovers,
        List.of(endsLog.drain(HandoverEnds::of), ownTopic.drain(events::render)));
  }

  @Bean
  FollowCase followCase(
      GuardedDocuments<CaseCopy> caseCopies, FollowOwnCase followOwnCase, Clock clock) {
    return new FollowCase(caseCopies, followOwnCase, "bridge", clock);
  }

  @Bean(destroyMethod = "")
  TopicReader casesReader(
      Readers readers,
      BridgeSettings settings,
      EventCodec codec,
      FollowCase followCase,
      MeterRegistry metrics) {
    return readers.first("cases", settings.instance(), new CasesReader(codec, followCase, metrics));
  }

  @Bean
  FreshCases freshCases(TopicReader casesReader) {
    return new FreshCases(casesReader);
  }

  @Bean(destroyMethod = "")
  TopicReader alertsReader(
      Readers readers,
      BridgeSettings settings,
      EventCodec codec,
      FollowErasure followErasure,
      MeterRegistry metrics) {
    EventReader.Reaction erased =
        event -> {
          if (event.snapshot() instanceof ErasureSnapshot done) {
            followErasure.follow(done);
          }
          return "erasure";
        };
    return readers.further(
        "alerts",
        settings.instance(),
        new EventReader(codec, metrics, Map.of(SnapshotKind.ERASURE, erased)));
  }

  @Bean
  Background reading(TopicReader casesReader, TopicReader alertsReader, FreshCases freshCases) {
    Loop looking = new Loop("fresh-cases", Duration.ofSeconds(2), freshCases::look);
    return new Background(
        () -> {
          casesReader.start();
          alertsReader.start();
          looking.start();
        },
        () -> {
          looking.close();
          casesReader.close();
          alertsReader.close();
        });
  }

  @Bean
  RepublishEndpoint republishEndpoint(Publication<Handover> publication) {
    return new RepublishEndpoint(publication);
  }

  @Bean
  ReaderEndpoint readerEndpoint(TopicReader casesReader, TopicReader alertsReader) {
    return new ReaderEndpoint(casesReader, alertsReader);
  }
}
