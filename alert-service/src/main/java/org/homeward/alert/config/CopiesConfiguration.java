package org.homeward.alert.config;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import org.homeward.alert.copies.CaseCopy;
import org.homeward.alert.copies.FollowCase;
import org.homeward.alert.mongo.KeptHistory;
import org.homeward.alert.notices.TellPolice;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.document.GuardedDocuments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Copies of cases, and what follows from them. */
@Configuration(proxyBeanMethods = false)
public class CopiesConfiguration {

  static final Duration CLAIM = Duration.ofSeconds(30);

  @Bean
  FollowCase followCase(GuardedDocuments<CaseCopy> caseCopies, TellPolice tellPolice, Clock clock) {
    return new FollowCase(caseCopies, tellPolice::tell, clock);
  }

  @Bean(destroyMethod = "")
  Alarms copyAlarms(GuardedDocuments<CaseCopy> caseCopies, MongoDatabase database) {
    var history = new KeptHistory<>(caseCopies, database.getCollection("case-copy-history"));
    return new Alarms("case-copies", caseCopies, history::keep, CLAIM);
  }

  @Bean
  Background copyAlarming(Alarms copyAlarms) {
    return new Background(copyAlarms::start, copyAlarms::close);
  }
}
