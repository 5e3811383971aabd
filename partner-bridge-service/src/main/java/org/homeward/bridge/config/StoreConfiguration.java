package org.homeward.bridge.config;

import com.mongodb.client.MongoDatabase;
import org.homeward.bridge.handovers.Dues;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.HandoverEnds;
import org.homeward.bridge.handovers.RingHandover;
import org.homeward.bridge.kafka.HandoverEvents;
import org.homeward.bridge.messages.SendSoon;
import org.homeward.bridge.mongo.MongoMessageLog;
import org.homeward.bridge.partners.PartnerGrounds;
import org.homeward.bridge.quarantine.Quarantine;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.Aggregate;
import org.homeward.durable.document.Incarnation;
import org.homeward.durable.publication.EventTopic;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.node.ServiceName;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.start.Opening;
import org.homeward.frame.store.Aggregates;
import org.homeward.schema.event.EventCodec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database: four kinds of documents and two logs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BridgeSettings.class)
public class StoreConfiguration {

  @Bean
  ServiceName serviceName() {
    return new ServiceName("bridge", "handovers");
  }

  /** Each write is followed up at once: no partner waits for the next alarm. */
  @Bean
  Aggregate<Handover> handovers(
      Aggregates aggregates,
      EndsLog endsLog,
      EventTopic ownTopic,
      EventCodec codec,
      NodeSettings node,
      ObjectProvider<RingHandover> ringHandover,
      ObjectProvider<SendSoon> sendSoon) {
    var events = new HandoverEvents(codec, node.node());
    return aggregates
        .of("handovers", Handover.class)
        .askedBy("caseId", "partner", "status", "exercise")
        .publishedTo(endsLog.drain(HandoverEnds::of), ownTopic.drain(events::render))
        .alarm(id -> ringHandover.getObject().ring(id))
        .alarm(id -> sendSoon.getObject().send(id))
        .dueAtStart(Dues.SEND)
        .heardBy(now -> sendSoon.getObject().send(now.id()))
        .declared();
  }

  @Bean
  Aggregate<CaseCopy> caseCopies(Aggregates aggregates) {
    return aggregates.of("case-copies", CaseCopy.class).declared();
  }

  @Bean
  Aggregate<PartnerGrounds> grounds(Aggregates aggregates) {
    return aggregates.of("grounds", PartnerGrounds.class).declared();
  }

  @Bean
  Aggregate<Quarantine> quarantines(Aggregates aggregates) {
    return aggregates.of("quarantine", Quarantine.class).declared();
  }

  @Bean
  MongoMessageLog messageLog(MongoDatabase database, Incarnation incarnation) {
    return new MongoMessageLog(database, incarnation);
  }

  @Bean
  AtOpening messageLogOpening(MongoMessageLog messageLog) {
    return messageLog::prepare;
  }

  @Bean
  Opening opening(BridgeSettings settings, ObjectProvider<AtOpening> parts) {
    return new Opening(settings.startPatience(), parts.orderedStream().toList());
  }
}
