package org.homeward.bridge.config;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.homeward.bridge.handovers.ChangeHandover;
import org.homeward.bridge.handovers.ChildIds;
import org.homeward.bridge.handovers.FollowErasure;
import org.homeward.bridge.handovers.FollowOwnCase;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.Offers;
import org.homeward.bridge.handovers.OpenHandover;
import org.homeward.bridge.handovers.ReplayHandoverEnds;
import org.homeward.bridge.handovers.RingHandover;
import org.homeward.bridge.handovers.SayToOwner;
import org.homeward.bridge.handovers.ViewHandovers;
import org.homeward.bridge.quarantine.KeepQuarantine;
import org.homeward.bridge.quarantine.Quarantine;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.Aggregate;
import org.homeward.durable.document.DerivedIds;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.TransferRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What can be done with a handover, and what is done by itself. */
@Configuration(proxyBeanMethods = false)
public class HandoversConfiguration {

  @Bean
  ChangeHandover changeHandover(Aggregate<Handover> handovers, Clock clock) {
    return new ChangeHandover(handovers.documents(), clock);
  }

  @Bean
  KeepQuarantine quarantine(Aggregate<Quarantine> quarantines, Clock clock) {
    return new KeepQuarantine(quarantines.documents(), clock);
  }

  @Bean
  ReplayHandoverEnds replayHandoverEnds(ChangeHandover changeHandover, KeepQuarantine quarantine) {
    return new ReplayHandoverEnds(changeHandover, quarantine);
  }

  @Bean
  OpenHandover openHandover(Aggregate<Handover> handovers, DerivedIds ids, Clock clock) {
    return new OpenHandover(handovers.documents(), ids, clock);
  }

  @Bean
  Offers offers(DerivedIds ids) {
    return new Offers(ids);
  }

  @Bean
  ChildIds childIds(DerivedIds ids) {
    return new ChildIds(ids);
  }

  @Bean
  SayToOwner sayToOwner(ChangeHandover changeHandover, DerivedIds ids, Clock clock) {
    return new SayToOwner(changeHandover, ids, clock);
  }

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
  RingHandover ringHandover(ChangeHandover changeHandover) {
    return new RingHandover(changeHandover);
  }

  @Bean
  FollowOwnCase followOwnCase(Aggregate<Handover> handovers, ChangeHandover changeHandover) {
    return new FollowOwnCase(handovers.documents(), changeHandover);
  }

  @Bean
  FollowErasure followErasure(Aggregate<Handover> handovers, ChangeHandover changeHandover) {
    return new FollowErasure(handovers.documents(), changeHandover);
  }
}
