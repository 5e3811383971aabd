package org.homeward.bridge.config;

import com.mongodb.client.MongoDatabase;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.mongo.MongoMessageLog;
import org.homeward.bridge.partners.PartnerGrounds;
import org.homeward.bridge.quarantine.Quarantine;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.Incarnation;
import org.homeward.frame.node.ServiceName;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.start.Opening;
import org.homeward.frame.store.OwnDocuments;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database: three collections of documents and two logs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BridgeSettings.class)
public class StoreConfiguration {

  @Bean
  ServiceName serviceName() {
    return new ServiceName("bridge", "handovers");
  }

  @Bean
  GuardedDocuments<Handover> handovers(OwnDocuments ownDocuments) {
    return ownDocuments.of("handovers", Handover.class);
  }

  @Bean
  GuardedDocuments<CaseCopy> caseCopies(OwnDocuments ownDocuments) {
    return ownDocuments.of("case-copies", CaseCopy.class);
  }

  @Bean
  GuardedDocuments<PartnerGrounds> grounds(OwnDocuments ownDocuments) {
    return ownDocuments.of("grounds", PartnerGrounds.class);
  }

  @Bean
  GuardedDocuments<Quarantine> quarantines(OwnDocuments ownDocuments) {
    return ownDocuments.of("quarantine", Quarantine.class);
  }

  @Bean
  MongoMessageLog messageLog(MongoDatabase database, Incarnation incarnation) {
    return new MongoMessageLog(database, incarnation);
  }

  @Bean
  AtOpening collectionsOpening(
      GuardedDocuments<Handover> handovers,
      GuardedDocuments<CaseCopy> caseCopies,
      GuardedDocuments<PartnerGrounds> grounds,
      GuardedDocuments<Quarantine> quarantines,
      MongoMessageLog messageLog) {
    return () -> {
      handovers.prepare("caseId", "partner", "status", "exercise");
      caseCopies.prepare();
      grounds.prepare();
      quarantines.prepare();
      messageLog.prepare();
    };
  }

  @Bean
  Opening opening(BridgeSettings settings, ObjectProvider<AtOpening> parts) {
    return new Opening(settings.startPatience(), parts.orderedStream().toList());
  }
}
