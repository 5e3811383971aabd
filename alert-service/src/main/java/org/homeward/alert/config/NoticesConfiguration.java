package org.homeward.alert.config;

import java.time.Clock;
import org.homeward.alert.notices.ForgetNotice;
import org.homeward.alert.notices.PoliceNotice;
import org.homeward.alert.notices.TellPolice;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.document.DerivedIds;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.StoreJournal;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.OwnDocuments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Police notices, from the first release to the tombstone. */
@Configuration(proxyBeanMethods = false)
public class NoticesConfiguration {

  @Bean
  GuardedDocuments<PoliceNotice> policeNotices(OwnDocuments documents) {
    return documents.of("police-notices", PoliceNotice.class);
  }

  @Bean
  AtOpening noticesOpening(GuardedDocuments<PoliceNotice> policeNotices) {
    return policeNotices::prepare;
  }

  @Bean
  TellPolice tellPolice(
      GuardedDocuments<PoliceNotice> policeNotices,
      DerivedIds ids,
      AlertSettings settings,
      Clock clock) {
    return new TellPolice(policeNotices, ids, settings.endedKept(), clock);
  }

  @Bean
  ForgetNotice forgetNotice(GuardedDocuments<PoliceNotice> policeNotices, Clock clock) {
    return new ForgetNotice(policeNotices, clock);
  }

  @Bean(destroyMethod = "")
  Alarms noticeAlarms(
      GuardedDocuments<PoliceNotice> policeNotices,
      ForgetNotice forgetNotice,
      OwnDocuments documents,
      StoreJournal journal) {
    var history =
        new KeptHistory<>(
            policeNotices, documents.archive("police-notice-history"), journal, "alert");
    return new Alarms(
        "police-notices",
        policeNotices,
        id -> {
          forgetNotice.forgetIfDue(id);
          history.keep(id);
        },
        CopiesConfiguration.CLAIM);
  }

  @Bean
  Background noticeAlarming(Alarms noticeAlarms) {
    return new Background(noticeAlarms::start, noticeAlarms::close);
  }
}
