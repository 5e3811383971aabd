package org.homeward.alert.config;

import java.util.List;
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
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.StoreJournal;
import org.homeward.durable.publication.EventTopic;
import org.homeward.durable.publication.Publication;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.OwnDocuments;
import org.homeward.schema.event.EventCodec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Erasures: an erased case leaves nothing here, and that is said. */
@Configuration(proxyBeanMethods = false)
public class ErasuresConfiguration {

  @Bean
  GuardedDocuments<Erasure> erasures(OwnDocuments documents) {
    return documents.of("erasures", Erasure.class);
  }

  @Bean
  AtOpening erasuresOpening(GuardedDocuments<Erasure> erasures) {
    return erasures::prepare;
  }

  /** Last of all that follows a case. */
  @Bean
  @Order(2)
  EraseCase eraseCase(
      GuardedDocuments<Erasure> erasures,
      GuardedDocuments<Alert> alerts,
      GuardedDocuments<PoliceNotice> policeNotices,
      GuardedDocuments<CaseCopy> caseCopies,
      GuardedDocuments<Slice> slices,
      TellPolice tellPolice,
      FollowStates followStates,
      BurySlices burySlices,
      OwnDocuments documents,
      StoreJournal journal,
      NodeSettings node) {
    var forget =
        new EraseCase.Forget(
            history(caseCopies, documents, "case-copy-history", journal),
            history(policeNotices, documents, "police-notice-history", journal),
            history(alerts, documents, "alert-history", journal),
            history(slices, documents, "slice-history", journal));
    return new EraseCase(
        erasures,
        alerts,
        policeNotices,
        caseCopies,
        slices,
        tellPolice,
        followStates,
        burySlices,
        forget,
        node.node());
  }

  private static <S> EraseCase.Forget.Each history(
      GuardedDocuments<S> of, OwnDocuments documents, String archive, StoreJournal journal) {
    return new KeptHistory<>(of, documents.archive(archive), journal, "alert")::keep;
  }

  @Bean(destroyMethod = "")
  Publication<Erasure> erasurePublication(
      GuardedDocuments<Erasure> erasures, EventTopic ownTopic, EventCodec codec) {
    var events = new ErasureEvents(codec);
    return new Publication<>("erasures", erasures, List.of(ownTopic.drainSome(events::render)));
  }

  @Bean
  Background erasurePublishing(Publication<Erasure> erasurePublication) {
    return new Background(erasurePublication::start, erasurePublication::close);
  }

  @Bean(destroyMethod = "")
  Alarms erasureAlarms(GuardedDocuments<Erasure> erasures, EraseCase eraseCase) {
    return new Alarms("erasures", erasures, eraseCase::checkIfDue, CopiesConfiguration.CLAIM);
  }

  @Bean
  Background erasureAlarming(Alarms erasureAlarms) {
    return new Background(erasureAlarms::start, erasureAlarms::close);
  }
}
