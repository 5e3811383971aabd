package org.homeward.bridge.config;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.homeward.bridge.handovers.ChangeHandover;
import org.homeward.bridge.handovers.ChildIds;
import org.homeward.bridge.handovers.Dues;
import org.homeward.bridge.handovers.FollowErasure;
import org.homeward.bridge.handovers.FollowOwnCase;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.Offers;
import org.homeward.bridge.handovers.OpenHandover;
import org.homeward.bridge.handovers.ReplayHandoverEnds;
import org.homeward.bridge.handovers.RingHandover;
import org.homeward.bridge.handovers.SayToOwner;
import org.homeward.bridge.handovers.ViewHandovers;
import org.homeward.bridge.messages.SendSoon;
import org.homeward.bridge.quarantine.KeepQuarantine;
import org.homeward.bridge.quarantine.Quarantine;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.document.DerivedIds;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.StoreJournal;
import org.homeward.durable.publication.Publication;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.frame.store.OwnDocuments;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.TransferRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What can be done with a handover, and what is done by itself. */
@Configuration(proxyBeanMethods = false)
public class HandoversConfiguration {

  /** Longer than an attempt to reach a partner may take. */
  private static final Duration CLAIM = Duration.ofSeconds(30);

  @Bean
  ChangeHandover changeHandover(GuardedDocuments<Handover> handovers, Clock clock) {
    return new ChangeHandover(handovers, clock);
  }

  @Bean
  KeepQuarantine quarantine(GuardedDocuments<Quarantine> quarantines, Clock clock) {
    return new KeepQuarantine(quarantines, clock);
  }

  @Bean
  ReplayHandoverEnds replayHandoverEnds(ChangeHandover changeHandover, KeepQuarantine quarantine) {
    return new ReplayHandoverEnds(changeHandover, quarantine);
  }

  @Bean
  OpenHandover openHandover(GuardedDocuments<Handover> handovers, DerivedIds ids, Clock clock) {
    return new OpenHandover(handovers, ids, clock);
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
      GuardedDocuments<Handover> handovers,
      GuardedDocuments<CaseCopy> caseCopies,
      LogAuditTrail auditTrail,
      NodeSettings node,
      Clock clock) {
    String country = requireNonNull(node.country());
    TransferRules rules = TransferRules.withinNode(node.node(), country);
    return new ViewHandovers(
        handovers, caseCopies, new Disclosures(auditTrail, rules, clock), node.node(), country);
  }

  @Bean
  FollowOwnCase followOwnCase(GuardedDocuments<Handover> handovers, ChangeHandover changeHandover) {
    return new FollowOwnCase(handovers, changeHandover);
  }

  @Bean
  FollowErasure followErasure(GuardedDocuments<Handover> handovers, ChangeHandover changeHandover) {
    return new FollowErasure(handovers, changeHandover);
  }

  /** The history first: a receipt waits for it. */
  @Bean(destroyMethod = "")
  Alarms handoverAlarms(
      GuardedDocuments<Handover> handovers,
      OwnDocuments ownDocuments,
      StoreJournal storeJournal,
      ChangeHandover changeHandover,
      SendSoon sendSoon) {
    var history =
        new KeptHistory<>(
            handovers, ownDocuments.archive("handover-history"), storeJournal, "bridge");
    var ringHandover = new RingHandover(changeHandover);
    return new Alarms(
        "handovers",
        handovers,
        id -> {
          history.keep(id);
          ringHandover.ring(id);
          sendSoon.send(id);
        },
        CLAIM,
        Set.of(Dues.SEND));
  }

  @Bean(destroyMethod = "")
  Alarms copyAlarms(
      GuardedDocuments<CaseCopy> caseCopies, OwnDocuments ownDocuments, StoreJournal storeJournal) {
    var history =
        new KeptHistory<>(
            caseCopies, ownDocuments.archive("case-copy-history"), storeJournal, "bridge");
    return new Alarms("case-copies", caseCopies, history::keep, CLAIM);
  }

  /** Whoever is told something must not wait for the next alarm: each write is followed up. */
  @Bean
  Background ringing(
      GuardedDocuments<Handover> handovers,
      Publication<Handover> publication,
      SendSoon sendSoon,
      Alarms handoverAlarms,
      Alarms copyAlarms) {
    return new Background(
        () -> {
          publication.start();
          handovers.announceTo(
              id -> {
                publication.soon(id);
                sendSoon.send(id);
              });
          handoverAlarms.start();
          copyAlarms.start();
        },
        () -> {
          handoverAlarms.close();
          copyAlarms.close();
          sendSoon.close();
          publication.close();
        });
  }
}
