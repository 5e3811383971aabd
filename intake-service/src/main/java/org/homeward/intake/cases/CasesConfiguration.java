package org.homeward.intake.cases;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.EnumSet;
import org.homeward.durable.Aggregate;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.document.WriteListener;
import org.homeward.durable.publication.Drain;
import org.homeward.durable.publication.EventTopic;
import org.homeward.face.access.Role;
import org.homeward.face.problem.ProblemMapping;
import org.homeward.frame.changes.ChangeKind;
import org.homeward.frame.changes.ChangeLog;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.store.Aggregates;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.intake.oversight.CountLooks;
import org.homeward.schema.disclosure.AuditTrail;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.TransferRules;
import org.homeward.schema.event.EventCodec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The aggregate of cases, and the use cases of its team. */
@Configuration(proxyBeanMethods = false)
public class CasesConfiguration {

  private static final String CHANGES = "case";

  /**
   * An ending change is on the disk outside the store before it is published.
   *
   * @param caseEnds the drain of the ends log and of what is erased with a case
   * @param besideEnds the drain that tells other rooms of an end, after everybody else
   * @param besideChanges the drain that keeps the checklist of a case to what the case has become
   * @param alarms of the rooms that have a due of their own
   * @param listeners of the rooms that remember cases
   */
  @Bean
  Aggregate<KeptCase> cases(
      Aggregates aggregates,
      Drain<KeptCase> caseEnds,
      Drain<KeptCase> besideEnds,
      Drain<KeptCase> besideChanges,
      EventTopic ownTopic,
      CaseTopic topic,
      ChangeLog changeLog,
      ObjectProvider<AlarmHandler> alarms,
      ObjectProvider<WriteListener<KeptCase>> listeners) {
    return aggregates
        .of("cases", KeptCase.class, CaseShapes.ALL)
        .listed(CaseList.BY_STANDING)
        .publishedTo(
            caseEnds,
            ownTopic.drain(topic::render),
            changeLog.drain(CHANGES),
            besideEnds,
            besideChanges)
        .alarm(id -> alarms.forEach(each -> each.due(id)))
        .heardBy(now -> listeners.forEach(each -> each.written(now)))
        .declared();
  }

  @Bean
  ChangeKind caseChanges(LookAtCase lookAtCase) {
    return new ChangeKind(
        CHANGES,
        EnumSet.of(Role.OPERATOR, Role.SUPERVISOR, Role.CONFIDANT, Role.DPO),
        (ids, caller) -> lookAtCase.known(ids, Viewer.of(caller)));
  }

  @Bean
  CaseTopic caseTopic(EventCodec codec) {
    return new CaseTopic(codec);
  }

  @Bean
  ChangeCase changeCase(
      Aggregate<KeptCase> cases, CaseTopic topic, ErasureTrail trail, Clock clock) {
    return new ChangeCase(cases.documents(), topic, trail, clock);
  }

  @Bean
  LookAtCase lookAtCase(
      Aggregate<KeptCase> cases, LogAuditTrail trail, NodeSettings node, Clock clock) {
    return new LookAtCase(
        cases.documents(),
        reading(trail, node, clock),
        reading(trail.evenWithoutKey(), node, clock));
  }

  @Bean
  ViewCases viewCases(
      Aggregate<KeptCase> cases, LogAuditTrail trail, NodeSettings node, Clock clock) {
    return new ViewCases(cases.documents(), reading(trail, node, clock));
  }

  private static TeamReading reading(AuditTrail trail, NodeSettings node, Clock clock) {
    String country = requireNonNull(node.country());
    var rules = TransferRules.withinNode(node.node(), country);
    return new TeamReading(new Disclosures(trail, rules, clock), node.node(), country);
  }

  @Bean
  CasesController casesController(
      LookAtCase lookAtCase, ViewCases viewCases, ChangeCase changeCase, CountLooks countLooks) {
    return new CasesController(lookAtCase, viewCases, changeCase, countLooks);
  }

  @Bean
  ProblemMapping caseProblems() {
    return IntakeProblem::of;
  }
}
