package org.homeward.bridge.handovers.desk;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.homeward.bridge.handovers.ChangeHandover;
import org.homeward.bridge.handovers.Handover;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.Aggregate;
import org.homeward.durable.document.DerivedIds;
import org.homeward.frame.evidence.AuditedSubjects;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.TransferRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The reading and the moves of people at handovers. */
@Configuration(proxyBeanMethods = false)
public class DeskConfiguration {

  @Bean
  ViewHandovers viewHandovers(
      Aggregate<Handover> handovers,
      Aggregate<CaseCopy> caseCopies,
      LogAuditTrail auditTrail,
      NodeSettings node,
      Clock clock) {
    String country = requireNonNull(node.country());
    TransferRules rules = TransferRules.withinNode(node.node(), country);
    return new ViewHandovers(
        handovers.documents(),
        caseCopies.documents(),
        new Disclosures(auditTrail, rules, clock),
        node.node(),
        country);
  }

  @Bean
  SayToOwner sayToOwner(ChangeHandover changeHandover, DerivedIds ids, Clock clock) {
    return new SayToOwner(changeHandover, ids, clock);
  }

  @Bean
  HandoversController handoversController(ViewHandovers viewHandovers) {
    return new HandoversController(viewHandovers);
  }

  @Bean
  MovesController movesController(ChangeHandover changeHandover, SayToOwner sayToOwner) {
    return new MovesController(changeHandover, sayToOwner);
  }

  @Bean
  AuditedSubjects auditedSubjects(Aggregate<Handover> handovers, Aggregate<CaseCopy> caseCopies) {
    return new AuditedHandovers(handovers.documents(), caseCopies.documents());
  }

  @Bean
  LookProblems lookProblems() {
    return new LookProblems();
  }
}
