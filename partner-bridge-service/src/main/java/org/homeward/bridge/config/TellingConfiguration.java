package org.homeward.bridge.config;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.homeward.bridge.handovers.ChildIds;
import org.homeward.bridge.handovers.OpenHandover;
import org.homeward.bridge.partners.PartnerGrounds;
import org.homeward.bridge.partners.Partners;
import org.homeward.bridge.quarantine.KeepQuarantine;
import org.homeward.bridge.telling.Borders;
import org.homeward.bridge.telling.CheckSighting;
import org.homeward.bridge.telling.OfferCase;
import org.homeward.bridge.telling.TellPartner;
import org.homeward.bridge.telling.WithheldOnce;
import org.homeward.bridge.telling.Words;
import org.homeward.copies.CaseCopy;
import org.homeward.copies.FreshCases;
import org.homeward.durable.Aggregate;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.schema.disclosure.TransferTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gate to partners: the one way out. */
@Configuration(proxyBeanMethods = false)
public class TellingConfiguration {

  @Bean
  Borders borders(Partners partners, Aggregate<PartnerGrounds> grounds, NodeSettings node) {
    return new Borders(
        TransferTable.standard(), partners, grounds.documents(), requireNonNull(node.country()));
  }

  @Bean
  TellPartner tellPartner(
      Partners partners,
      Borders borders,
      Aggregate<CaseCopy> caseCopies,
      FreshCases freshCases,
      KeepQuarantine quarantine,
      LogAuditTrail auditTrail,
      ChildIds childIds,
      BridgeSettings settings,
      NodeSettings node,
      Clock clock) {
    return new TellPartner(
        partners,
        borders,
        caseCopies.documents(),
        freshCases,
        quarantine::stands,
        new WithheldOnce(auditTrail),
        new Words(childIds, requireNonNull(node.country())),
        settings.lease(),
        clock);
  }

  @Bean
  OfferCase offerCase(
      OpenHandover openHandover,
      Aggregate<CaseCopy> caseCopies,
      FreshCases freshCases,
      Partners partners,
      Borders borders,
      TellPartner tellPartner,
      Clock clock) {
    return new OfferCase(
        openHandover, caseCopies.documents(), freshCases, partners, borders, tellPartner, clock);
  }

  @Bean
  CheckSighting checkSighting(Partners partners, Borders borders, Clock clock) {
    return new CheckSighting(partners, borders, clock);
  }
}
