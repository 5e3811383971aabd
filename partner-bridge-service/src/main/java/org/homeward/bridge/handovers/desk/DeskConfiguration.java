package org.homeward.bridge.handovers.desk;

import java.time.Clock;
import java.util.EnumSet;
import org.homeward.bridge.disclosure.PartnerGate;
import org.homeward.bridge.handovers.ChangeHandover;
import org.homeward.bridge.handovers.FollowOwnCase;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.HandoversConfiguration;
import org.homeward.bridge.partners.Borders;
import org.homeward.bridge.partners.Partners;
import org.homeward.bridge.sight.SeeHandovers;
import org.homeward.copies.CaseCopy;
import org.homeward.copies.FreshCases;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.store.Incarnation;
import org.homeward.face.access.Role;
import org.homeward.frame.changes.ChangeKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Handovers as people offer them, read them and answer them. */
@Configuration(proxyBeanMethods = false)
public class DeskConfiguration {

  @Bean
  ViewHandovers viewHandovers(Aggregate<Handover> handovers, SeeHandovers seeHandovers) {
    return new ViewHandovers(handovers.documents(), seeHandovers);
  }

  @Bean
  ChangeKind handoverChanges(ViewHandovers viewHandovers) {
    return new ChangeKind(
        HandoversConfiguration.CHANGES,
        EnumSet.of(Role.OPERATOR, Role.SUPERVISOR, Role.PARTNER_DESK, Role.DPO),
        (ids, caller) -> viewHandovers.known(ids, caller));
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
  MovesController movesController(
      ViewHandovers viewHandovers,
      ChangeHandover changeHandover,
      SayToOwner sayToOwner,
      Aggregate<CaseCopy> caseCopies,
      FreshCases freshCases) {
    var saidFound =
        new SaidFound(id -> caseCopies.documents().find(id).map(Guarded::state), freshCases::of);
    return new MovesController(viewHandovers, changeHandover, sayToOwner, saidFound);
  }

  @Bean
  OpenHandover openHandover(
      Aggregate<Handover> handovers,
      ChangeHandover changeHandover,
      DerivedIds ids,
      Incarnation incarnation,
      Clock clock) {
    return new OpenHandover(handovers.documents(), changeHandover, ids, incarnation, clock);
  }

  @Bean
  OfferCase offerCase(
      OpenHandover openHandover,
      Aggregate<CaseCopy> caseCopies,
      FreshCases freshCases,
      Partners partners,
      Borders borders,
      PartnerGate partnerGate,
      FollowOwnCase followOwnCase,
      Clock clock) {
    return new OfferCase(
        openHandover,
        caseCopies.documents(),
        freshCases,
        partners,
        borders,
        partnerGate,
        followOwnCase,
        clock);
  }

  @Bean
  PreviewOffer previewOffer(
      OfferCase offerCase,
      OpenHandover openHandover,
      Aggregate<CaseCopy> caseCopies,
      FreshCases freshCases,
      Partners partners,
      Borders borders,
      PartnerGate partnerGate) {
    return new PreviewOffer(
        offerCase,
        openHandover,
        caseCopies.documents(),
        freshCases,
        partners,
        borders,
        partnerGate);
  }

  @Bean
  PreviewController previewController(SeeHandovers seeHandovers, PreviewOffer previewOffer) {
    return new PreviewController(seeHandovers, previewOffer);
  }

  @Bean
  CheckSighting checkSighting(Partners partners, Borders borders, Clock clock) {
    return new CheckSighting(partners, borders, clock);
  }

  @Bean
  OfferController offerController(SeeHandovers seeHandovers, OfferCase offerCase) {
    return new OfferController(seeHandovers, offerCase);
  }

  @Bean
  SightingsController sightingsController(
      ViewHandovers viewHandovers,
      SayToOwner sayToOwner,
      CheckSighting checkSighting,
      Clock clock) {
    return new SightingsController(viewHandovers, sayToOwner, checkSighting, clock);
  }
}
