package org.homeward.bridge;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.homeward.bridge.handovers.Handover;
import org.homeward.copies.AfterCopy;
import org.homeward.copies.AuditedByCase;
import org.homeward.copies.CaseCopy;
import org.homeward.copies.FollowCase;
import org.homeward.copies.FreshCases;
import org.homeward.durable.Aggregate;
import org.homeward.durable.Loop;
import org.homeward.durable.reader.TopicReader;
import org.homeward.frame.broker.EventDispatch;
import org.homeward.frame.broker.Readers;
import org.homeward.frame.evidence.AuditedSubjects;
import org.homeward.frame.node.ServiceName;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.start.Background;
import org.homeward.frame.start.Opening;
import org.homeward.frame.store.Aggregates;
import org.homeward.schema.event.EventCodec;
import org.homeward.schema.snapshots.SnapshotKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what belongs to no room: start, copies of cases, topics to read, the officer's view. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BridgeSettings.class)
class BridgeConfiguration {

  @Bean
  ServiceName serviceName() {
    return new ServiceName("bridge", "handovers");
  }

  @Bean
  Opening opening(BridgeSettings settings, ObjectProvider<AtOpening> parts) {
    return new Opening(settings.startPatience(), parts.orderedStream().toList());
  }

  @Bean
  Aggregate<CaseCopy> caseCopies(Aggregates aggregates) {
    return aggregates.of("case-copies", CaseCopy.class).declared();
  }

  @Bean
  FollowCase followCase(Aggregate<CaseCopy> caseCopies, AfterCopy afterCopy, Clock clock) {
    return new FollowCase(caseCopies.documents(), List.of(afterCopy), "bridge", clock);
  }

  @Bean(destroyMethod = "")
  TopicReader casesReader(
      Readers readers,
      BridgeSettings settings,
      EventCodec codec,
      FollowCase followCase,
      MeterRegistry metrics) {
    return readers.first("cases", settings.instance(), followCase.reader(codec, metrics));
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
      EventDispatch.Reaction toErasures,
      MeterRegistry metrics) {
    return readers.further(
        "alerts",
        settings.instance(),
        new EventDispatch(codec, metrics, Map.of(SnapshotKind.ERASURE, toErasures)));
  }

  @Bean
  Background looking(FreshCases freshCases) {
    var loop = new Loop("fresh-cases", Duration.ofSeconds(2), freshCases::look);
    return new Background(loop::start, loop::close);
  }

  /** A partner's word keeps nothing from the officer, who decides about it. */
  @Bean
  AuditedSubjects auditedSubjects(Aggregate<Handover> handovers, Aggregate<CaseCopy> caseCopies) {
    return new AuditedByCase<>(caseCopies.documents(), handovers.documents());
  }
}
