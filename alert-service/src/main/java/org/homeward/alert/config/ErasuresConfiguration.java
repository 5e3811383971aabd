package org.homeward.alert.config;

import org.homeward.alert.alerts.Alert;
import org.homeward.alert.alerts.FollowStates;
import org.homeward.alert.erasures.EraseCase;
import org.homeward.alert.erasures.Erasure;
import org.homeward.alert.kafka.ErasureEvents;
import org.homeward.alert.notices.PoliceNotice;
import org.homeward.alert.notices.TellPolice;
import org.homeward.alert.slices.BurySlices;
import org.homeward.alert.slices.Slice;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.Aggregate;
import org.homeward.durable.publication.EventTopic;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.store.Aggregates;
import org.homeward.schema.event.EventCodec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Erasures: an erased case leaves nothing here, and that is said. */
@Configuration(proxyBeanMethods = false)
public class ErasuresConfiguration {

  @Bean
  Aggregate<Erasure> erasures(
      Aggregates aggregates,
      EventTopic ownTopic,
      EventCodec codec,
      ObjectProvider<EraseCase> eraseCase) {
    var events = new ErasureEvents(codec);
    return aggregates
        .of("erasures", Erasure.class)
        .publishedTo(ownTopic.drainSome(events::render))
        .alarm(id -> eraseCase.getObject().checkIfDue(id))
        .declared();
  }

  @Bean
  EraseCase eraseCase(
      Aggregate<Erasure> erasures,
      Aggregate<Alert> alerts,
      Aggregate<PoliceNotice> policeNotices,
      Aggregate<CaseCopy> caseCopies,
      Aggregate<Slice> slices,
      TellPolice tellPolice,
      FollowStates followStates,
      BurySlices burySlices,
      NodeSettings node) {
    var forget =
        new EraseCase.Forget(
            caseCopies.history()::keep,
            policeNotices.history()::keep,
            alerts.history()::keep,
            slices.history()::keep);
    return new EraseCase(
        erasures.documents(),
        alerts.documents(),
        policeNotices.documents(),
        caseCopies.documents(),
        slices.documents(),
        tellPolice,
        followStates,
        burySlices,
        forget,
        node.node());
  }
}
