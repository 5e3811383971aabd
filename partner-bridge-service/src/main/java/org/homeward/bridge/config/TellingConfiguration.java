package org.homeward.bridge.config;

import java.time.Clock;
import org.homeward.bridge.handovers.ChildIds;
import org.homeward.bridge.handovers.OpenHandover;
import org.homeward.bridge.partners.PartnerGrounds;
import org.homeward.bridge.partners.Partners;
import org.homeward.bridge.telling.Borders;
import org.homeward.bridge.telling.CheckSighting;
import org.homeward.bridge.telling.OfferCase;
import org.homeward.bridge.telling.TellPartner;
import org.homeward.bridge.telling.Words;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.schema.disclosure.TransferTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gate to partners: the one way out. */
@Configuration(proxyBeanMethods = false)
public class TellingConfiguration {

  @Bean
  Borders borders(
      Partners partners, GuardedDocuments<PartnerGrounds> grounds, NodeSettings node) {
    return new Borders(TransferTable.standard(), partners, grounds, node.country());
  }

  @Bean
  TellPartner tellPartner(
      Partners partners,
      Borders borders,
      GuardedDocuments<CaseCopy> caseCopies,
      LogAuditTrail auditTrail,
      ChildIds childIds,
      BridgeSettings settings,
      NodeSettings node,
      Clock clock) {
    return new TellPartner(
        partners,
        borders,
        caseCopies,
        auditTrail,
        new Words(childIds, node.country()),
        settings.lease(),
        clock);
  }

  @Bean
  OfferCase offerCase(
      OpenHandover openHandover,
      GuardedDocuments<CaseCopy> caseCopies,
      Partners partners,
      Borders borders,
      TellPartner tellPartner,
      Clock clock) {
    return new OfferCase(openHandover, caseCopies, partners, borders, tellPartner, clock);
  }

  @Bean
  CheckSighting checkSighting(Partners partners, Borders borders, Clock clock) {
    return new CheckSighting(partners, borders, clock);
  }
}
