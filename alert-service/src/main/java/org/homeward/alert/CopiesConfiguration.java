package org.homeward.alert;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.homeward.alert.endings.EraseCase;
import org.homeward.alert.node.AlertSettings;
import org.homeward.alert.orders.alerts.FollowStates;
import org.homeward.alert.orders.openphotos.DropOpenPhotos;
import org.homeward.alert.police.notices.TellPolice;
import org.homeward.alert.police.photos.DropPhotos;
import org.homeward.copies.CaseCopy;
import org.homeward.copies.FollowCase;
import org.homeward.copies.FreshCases;
import org.homeward.durable.Aggregate;
import org.homeward.durable.Loop;
import org.homeward.durable.reader.TopicReader;
import org.homeward.frame.broker.Readers;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.homeward.schema.event.EventCodec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Copies of cases, read from their topic, and what follows from them. */
@Configuration(proxyBeanMethods = false)
class CopiesConfiguration {

  @Bean
  Aggregate<CaseCopy> caseCopies(Aggregates aggregates) {
    return aggregates.of("case-copies", CaseCopy.class).declared();
  }

  /** Police are told first; an erasure looks last, when everything else has followed. */
  @Bean
  FollowCase followCase(
      Aggregate<CaseCopy> caseCopies,
      TellPolice tellPolice,
      DropPhotos dropPhotos,
      FollowStates followStates,
      DropOpenPhotos dropOpenPhotos,
      EraseCase eraseCase,
      Clock clock) {
    return new FollowCase(
        caseCopies.documents(),
        List.of(tellPolice, dropPhotos, followStates, dropOpenPhotos, eraseCase),
        "alert",
        clock);
  }

  /** Closed by the frame, before what it writes. */
  @Bean(destroyMethod = "")
  TopicReader casesReader(
      Readers readers,
      AlertSettings settings,
      EventCodec codec,
      FollowCase followCase,
      MeterRegistry metrics) {
    return readers.first("cases", settings.instance(), followCase.reader(codec, metrics));
  }

  @Bean
  FreshCases freshCases(TopicReader casesReader) {
    return new FreshCases(casesReader);
  }

  /** Requests for public notices read what it found, and never ask the broker. */
  @Bean
  Background looking(FreshCases freshCases) {
    var loop = new Loop("fresh-cases", Duration.ofSeconds(2), freshCases::look);
    return new Background(loop::start, loop::close);
  }
}
