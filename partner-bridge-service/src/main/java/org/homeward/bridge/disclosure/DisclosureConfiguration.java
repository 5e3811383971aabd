package org.homeward.bridge.disclosure;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.homeward.bridge.handovers.ChildIds;
import org.homeward.bridge.handovers.FollowOwnCase;
import org.homeward.bridge.handovers.OpenHandover;
import org.homeward.bridge.handovers.desk.SayToOwner;
import org.homeward.bridge.handovers.desk.ViewHandovers;
import org.homeward.bridge.partners.Borders;
import org.homeward.bridge.partners.Partners;
import org.homeward.bridge.quarantine.KeepQuarantine;
import org.homeward.bridge.sight.SeeHandovers;
import org.homeward.copies.CaseCopy;
import org.homeward.copies.FreshCases;
import org.homeward.durable.Aggregate;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.frame.store.StorePressure;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gate to partners: the one way out. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LeaseSettings.class, RemainsSettings.class})
public class DisclosureConfiguration {

  @Bean
  TellPartner tellPartner(
      Partners partners,
      Borders borders,
      Aggregate<CaseCopy> caseCopies,
      FreshCases freshCases,
      KeepQuarantine quarantine,
      LogAuditTrail auditTrail,
      ChildIds childIds,
      LeaseSettings settings,
      RemainsSettings remains,
      MongoDatabase database,
      NodeSettings node,
      Clock clock) {
    return new TellPartner(
        partners,
        borders,
        caseCopies.documents(),
        freshCases,
        quarantine::stands,
        new WithheldOnce(auditTrail),
        new Words(
            childIds,
            requireNonNull(node.country()),
            () -> remains.of(StorePressure.isToldBy(database))),
        settings.lease(),
        clock);
  }

  @Bean
  GivePhoto givePhoto(
      TellPartner tellPartner,
      Aggregate<CaseCopy> caseCopies,
      FreshCases freshCases,
      ChildIds childIds,
      Clock clock) {
    return new GivePhoto(tellPartner, caseCopies.documents(), freshCases, childIds, clock);
  }

  @Bean
  OfferCase offerCase(
      OpenHandover openHandover,
      Aggregate<CaseCopy> caseCopies,
      FreshCases freshCases,
      Partners partners,
      Borders borders,
      TellPartner tellPartner,
      FollowOwnCase followOwnCase,
      Clock clock) {
    return new OfferCase(
        openHandover,
        caseCopies.documents(),
        freshCases,
        partners,
        borders,
        tellPartner,
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
      TellPartner tellPartner) {
    return new PreviewOffer(
        offerCase,
        openHandover,
        caseCopies.documents(),
        freshCases,
        partners,
        borders,
        tellPartner);
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
