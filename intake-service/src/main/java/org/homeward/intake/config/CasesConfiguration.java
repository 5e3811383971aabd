package org.homeward.intake.config;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.HistoryArchive;
import org.homeward.durable.publication.EventTopic;
import org.homeward.durable.publication.Publication;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.OpenCase;
import org.homeward.intake.cases.RemindOfHeld;
import org.homeward.intake.cases.ViewCases;
import org.homeward.intake.kafka.CaseEvents;
import org.homeward.intake.mongo.AuditLog;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.TransferRules;
import org.homeward.schema.event.EventCodec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What intake can do with a case, and what runs behind it. */
@Configuration(proxyBeanMethods = false)
class CasesConfiguration {

  private static final Duration ALARM_CLAIM = Duration.ofSeconds(30);

  @Bean
  Engines engines(MongoDatabase database, IntakeSettings settings) {
    return new Engines(database, settings);
  }

  @Bean
  OpenCase openCase(GuardedDocuments<Case> cases, IntakeSettings settings, Clock clock) {
    return new OpenCase(cases, settings.node(), clock);
  }

  @Bean
  ChangeCase changeCase(GuardedDocuments<Case> cases, Clock clock) {
    return new ChangeCase(cases, clock);
  }

  @Bean
  ViewCases viewCases(
      GuardedDocuments<Case> cases, AuditLog audit, IntakeSettings settings, Clock clock) {
    var rules = TransferRules.withinNode(settings.node(), settings.country());
    return new ViewCases(
        cases, new Disclosures(audit, rules, clock), settings.node(), settings.country());
  }

  @Bean(destroyMethod = "close")
  Producer<String, byte[]> producer(IntakeSettings settings) {
    return EventTopic.producer(settings.kafka());
  }

  @Bean
  Publication<Case> publication(
      GuardedDocuments<Case> cases,
      Producer<String, byte[]> producer,
      IntakeSettings settings,
      Clock clock) {
    var events = new CaseEvents(new EventCodec(settings.node(), "intake", clock));
    var topic = new EventTopic(settings.topic(), producer);
    return new Publication<>("cases", cases, List.of(topic.drain(events::render)));
  }

  @Bean
  Alarms alarms(GuardedDocuments<Case> cases, HistoryArchive history, Clock clock) {
    var reviews = new RemindOfHeld(cases, clock);
    return new Alarms(
        "cases",
        cases,
        id -> {
          history.moveIfDue(id);
          reviews.remind(id);
        },
        ALARM_CLAIM);
  }

  @Bean
  Background background(Publication<Case> publication, Alarms alarms) {
    return new Background(publication, alarms);
  }
}
