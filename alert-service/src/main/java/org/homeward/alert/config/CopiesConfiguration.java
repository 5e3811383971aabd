package org.homeward.alert.config;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.homeward.alert.notices.TellPolice;
import org.homeward.copies.AfterCopy;
import org.homeward.copies.CaseCopy;
import org.homeward.copies.FollowCase;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.StoreJournal;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.OwnDocuments;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Copies of cases, and what follows from them. */
@Configuration(proxyBeanMethods = false)
public class CopiesConfiguration {

  static final Duration CLAIM = Duration.ofSeconds(30);

  @Bean
  GuardedDocuments<CaseCopy> caseCopies(OwnDocuments documents) {
    return documents.of("case-copies", CaseCopy.class);
  }

  @Bean
  AtOpening copiesOpening(GuardedDocuments<CaseCopy> caseCopies) {
    return caseCopies::prepare;
  }

  /** Police are told first, then everybody else who follows cases. */
  @Bean
  FollowCase followCase(
      GuardedDocuments<CaseCopy> caseCopies,
      TellPolice tellPolice,
      ObjectProvider<AfterCopy> others,
      Clock clock) {
    List<AfterCopy> further = others.orderedStream().toList();
    return new FollowCase(
        caseCopies,
        (caseId, version, copy) -> {
          tellPolice.tell(caseId, version, copy);
          further.forEach(other -> other.follows(caseId, version, copy));
        },
        "alert",
        clock);
  }

  @Bean(destroyMethod = "")
  Alarms copyAlarms(
      GuardedDocuments<CaseCopy> caseCopies, OwnDocuments documents, StoreJournal journal) {
    var history =
        new KeptHistory<>(caseCopies, documents.archive("case-copy-history"), journal, "alert");
    return new Alarms("case-copies", caseCopies, history::keep, CLAIM);
  }

  @Bean
  Background copyAlarming(Alarms copyAlarms) {
    return new Background(copyAlarms::start, copyAlarms::close);
  }
}
