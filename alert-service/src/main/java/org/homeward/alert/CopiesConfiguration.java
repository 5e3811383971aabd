package org.homeward.alert;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.homeward.alert.endings.EraseCase;
import org.homeward.alert.node.AlertSettings;
import org.homeward.alert.orders.alerts.FollowStates;
import org.homeward.alert.police.notices.TellPolice;
import org.homeward.copies.CaseCopy;
import org.homeward.copies.FollowCase;
import org.homeward.durable.Aggregate;
import org.homeward.durable.reader.TopicReader;
import org.homeward.frame.broker.Readers;
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
      FollowStates followStates,
      EraseCase eraseCase,
      Clock clock) {
    return new FollowCase(
        caseCopies.documents(), List.of(tellPolice, followStates, eraseCase), "alert", clock);
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
}
