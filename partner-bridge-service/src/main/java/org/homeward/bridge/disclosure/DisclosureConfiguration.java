package org.homeward.bridge.disclosure;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.homeward.bridge.handovers.dialogue.ChildIds;
import org.homeward.bridge.partners.Borders;
import org.homeward.bridge.partners.Partners;
import org.homeward.bridge.quarantine.KeepQuarantine;
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
  PartnerGate partnerGate(
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
    return new PartnerGate(
        partners,
        new Crossing(borders, clock),
        caseCopies.documents(),
        freshCases,
        quarantine::stands,
        new WithheldOnce(auditTrail),
        new MessageBodies(
            childIds,
            requireNonNull(node.country()),
            () -> remains.of(StorePressure.isToldBy(database))),
        settings.lease(),
        clock);
  }

  @Bean
  GivePhoto givePhoto(
      PartnerGate partnerGate,
      Aggregate<CaseCopy> caseCopies,
      FreshCases freshCases,
      ChildIds childIds,
      Clock clock) {
    return new GivePhoto(partnerGate, caseCopies.documents(), freshCases, childIds, clock);
  }
}
