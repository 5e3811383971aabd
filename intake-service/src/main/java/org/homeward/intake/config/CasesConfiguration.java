package org.homeward.intake.config;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.document.DerivedIds;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.StoreJournal;
import org.homeward.durable.log.Log;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.frame.store.OwnDocuments;
import org.homeward.frame.store.StorePressure;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.FollowNews;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.OpenCase;
import org.homeward.intake.cases.RemindOfHeld;
import org.homeward.intake.cases.ReplayCaseEnds;
import org.homeward.intake.cases.TellForgotten;
import org.homeward.intake.cases.ViewCases;
import org.homeward.intake.kafka.CaseEvents;
import org.homeward.intake.mongo.LogErasureTrail;
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
      GuardedDocuments<KeptCase> cases,
      CaseEvents readers,
      StorePressure room,
      NodeSettings node,
      Clock clock) {
    return new OpenCase(cases, readers, room, node.node(), clock);
  }

  @Bean
  ChangeCase changeCase(
      GuardedDocuments<KeptCase> cases, CaseEvents readers, Log audit, Clock clock) {
    return new ChangeCase(cases, readers, new LogErasureTrail(audit, clock), clock);
  }

  @Bean
  ReplayCaseEnds replayCaseEnds(ChangeCase changeCase) {
    return new ReplayCaseEnds(changeCase);
  }

  @Bean
  FollowNews followNews(GuardedDocuments<KeptCase> cases, DerivedIds ids, Clock clock) {
    return new FollowNews(cases, subject -> ids.of("report", subject, 0), clock);
  }

  @Bean
  ViewCases viewCases(
      GuardedDocuments<KeptCase> cases, LogAuditTrail trail, NodeSettings node, Clock clock) {
    String country = requireNonNull(node.country());
    var rules = TransferRules.withinNode(node.node(), country);
    return new ViewCases(cases, new Disclosures(trail, rules, clock), node.node(), country);
  }

  @Bean(destroyMethod = "")
  Alarms alarms(
      GuardedDocuments<KeptCase> cases, OwnDocuments documents, StoreJournal journal, Clock clock) {
    var history = new KeptHistory<>(cases, documents.archive("case-history"), journal, "intake");
    var forgotten = new TellForgotten(cases);
    var reviews = new RemindOfHeld(cases, clock);
    return new Alarms(
        "cases",
        cases,
        id -> {
          history.keep(id);
          forgotten.tellIfForgotten(id);
          reviews.remind(id);
        },
        ALARM_CLAIM);
  }

  @Bean
  Background ringing(Alarms alarms) {
    return new Background(alarms::start, alarms::close);
  }
}
