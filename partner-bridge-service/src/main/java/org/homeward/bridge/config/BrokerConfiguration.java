package org.homeward.bridge.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.homeward.bridge.handovers.FollowErasure;
import org.homeward.bridge.handovers.FollowOwnCase;
import org.homeward.copies.CaseCopy;
import org.homeward.copies.CasesReader;
import org.homeward.copies.FollowCase;
import org.homeward.copies.FreshCases;
import org.homeward.durable.Aggregate;
import org.homeward.durable.Loop;
import org.homeward.durable.reader.TopicReader;
import org.homeward.frame.broker.EventReader;
import org.homeward.frame.broker.Readers;
import org.homeward.frame.start.Background;
import org.homeward.schema.event.EventCodec;
import org.homeward.schema.facts.ErasureSnapshot;
import org.homeward.schema.facts.SnapshotKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The broker: the topics of cases and alerts are read. */
@Configuration(proxyBeanMethods = false)
public class BrokerConfiguration {

  @Bean
  FollowCase followCase(Aggregate<CaseCopy> caseCopies, FollowOwnCase followOwnCase, Clock clock) {
    return new FollowCase(caseCopies.documents(), List.of(followOwnCase), "bridge", clock);
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
  Background looking(FreshCases freshCases) {
    var loop = new Loop("fresh-cases", Duration.ofSeconds(2), freshCases::look);
    return new Background(loop::start, loop::close);
  }
}
