package org.homeward.alert.config;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.homeward.alert.mongo.KeptHistory;
import org.homeward.alert.notices.DerivedIds;
import org.homeward.alert.notices.ForgetNotice;
import org.homeward.alert.notices.PoliceNotice;
import org.homeward.alert.notices.TellPolice;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.document.GuardedDocuments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Police notices, from the first release to the tombstone. */
@Configuration(proxyBeanMethods = false)
public class NoticesConfiguration {

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
      MongoDatabase database) {
    var history = new KeptHistory<>(policeNotices, database.getCollection("police-notice-history"));
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
