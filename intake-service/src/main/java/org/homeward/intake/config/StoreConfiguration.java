package org.homeward.intake.config;

import org.homeward.durable.Aggregate;
import org.homeward.durable.publication.EventTopic;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.frame.node.ServiceName;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.start.Opening;
import org.homeward.frame.store.Aggregates;
import org.homeward.intake.cases.CaseEnds;
import org.homeward.intake.cases.CaseList;
import org.homeward.intake.cases.CaseShapes;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.RemindOfHeld;
import org.homeward.intake.cases.TellForgotten;
import org.homeward.intake.kafka.CaseEvents;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service is called, and what its cases are. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeSettings.class)
public class StoreConfiguration {

  @Bean
  ServiceName serviceName() {
    return new ServiceName("intake", "cases");
  }

  /** What took something away is on the disk outside the store before anybody is told. */
  @Bean
  Aggregate<KeptCase> cases(
      Aggregates aggregates,
      EndsLog endsLog,
      EventTopic ownTopic,
      CaseEvents events,
      ObjectProvider<TellForgotten> tellForgotten,
      ObjectProvider<RemindOfHeld> remindOfHeld) {
    return aggregates
        .of("cases", KeptCase.class, CaseShapes.ALL)
        .listed(CaseList.BY_STANDING)
        .publishedTo(endsLog.drain(CaseEnds::of), ownTopic.drain(events::render))
        .alarm(id -> tellForgotten.getObject().tellIfForgotten(id))
        .alarm(id -> remindOfHeld.getObject().remind(id))
        .declared();
  }

  @Bean
  Opening opening(IntakeSettings settings, ObjectProvider<AtOpening> parts) {
    return new Opening(settings.startPatience(), parts.orderedStream().toList());
  }
}
