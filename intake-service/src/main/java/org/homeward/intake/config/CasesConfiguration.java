package org.homeward.intake.config;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.homeward.durable.Aggregate;
import org.homeward.durable.document.DerivedIds;
import org.homeward.durable.log.Log;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.store.LogAuditTrail;
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

  @Bean
  OpenCase openCase(
      Aggregate<KeptCase> cases,
      CaseEvents readers,
      StorePressure room,
      NodeSettings node,
      Clock clock) {
    return new OpenCase(cases.documents(), readers, room, node.node(), clock);
  }

  @Bean
  ChangeCase changeCase(Aggregate<KeptCase> cases, CaseEvents readers, Log audit, Clock clock) {
    return new ChangeCase(cases.documents(), readers, new LogErasureTrail(audit, clock), clock);
  }

  @Bean
  ReplayCaseEnds replayCaseEnds(ChangeCase changeCase) {
    return new ReplayCaseEnds(changeCase);
  }

  @Bean
  FollowNews followNews(Aggregate<KeptCase> cases, DerivedIds ids, Clock clock) {
    return new FollowNews(cases.documents(), subject -> ids.of("report", subject, 0), clock);
  }

  @Bean
  TellForgotten tellForgotten(Aggregate<KeptCase> cases) {
    return new TellForgotten(cases.documents());
  }

  @Bean
  RemindOfHeld remindOfHeld(Aggregate<KeptCase> cases, Clock clock) {
    return new RemindOfHeld(cases.documents(), clock);
  }

  @Bean
  ViewCases viewCases(
      Aggregate<KeptCase> cases, LogAuditTrail trail, NodeSettings node, Clock clock) {
    String country = requireNonNull(node.country());
    var rules = TransferRules.withinNode(node.node(), country);
    var disclosures = new Disclosures(trail, rules, clock);
    return new ViewCases(cases.documents(), disclosures, node.node(), country);
  }
}
