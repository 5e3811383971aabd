package org.homeward.intake.config;

import java.time.Clock;
import java.time.Duration;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.HistoryArchive;
import org.homeward.durable.log.Log;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.OpenCase;
import org.homeward.intake.cases.RemindOfHeld;
import org.homeward.intake.cases.ViewCases;
import org.homeward.intake.kafka.CaseEvents;
import org.homeward.intake.mongo.LogAuditTrail;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.TransferRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What can be done with a case, and what is done by itself. */
@Configuration(proxyBeanMethods = false)
public class CasesConfiguration {

  private static final Duration ALARM_CLAIM = Duration.ofSeconds(30);

  @Bean
  OpenCase openCase(
      GuardedDocuments<Case> cases, CaseEvents readers, NodeSettings node, Clock clock) {
    return new OpenCase(cases, readers, node.node(), clock);
  }

  @Bean
  ChangeCase changeCase(GuardedDocuments<Case> cases, CaseEvents readers, Clock clock) {
    return new ChangeCase(cases, readers, clock);
  }

  @Bean
  ViewCases viewCases(GuardedDocuments<Case> cases, Log audit, NodeSettings node, Clock clock) {
    var rules = TransferRules.withinNode(node.node(), node.country());
    var disclosures = new Disclosures(new LogAuditTrail(audit), rules, clock);
    return new ViewCases(cases, disclosures, node.node(), node.country());
  }

  @Bean(destroyMethod = "")
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
  Background ringing(Alarms alarms) {
    return new Background(alarms::start, alarms::close);
  }
}
