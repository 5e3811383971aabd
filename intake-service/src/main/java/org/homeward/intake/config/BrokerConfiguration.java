package org.homeward.intake.config;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.Producer;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.publication.EventTopic;
import org.homeward.durable.publication.Publication;
import org.homeward.intake.cases.Case;
import org.homeward.intake.kafka.CaseEvents;
import org.homeward.intake.kafka.RepublishEndpoint;
import org.homeward.schema.event.EventCodec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The broker: the topic of cases is written. */
@Configuration(proxyBeanMethods = false)
public class BrokerConfiguration {

  private static final int ADMIN_MILLIS = 5_000;

  @Bean
  Admin broker(NodeSettings node) {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, node.kafka(),
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ADMIN_MILLIS,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ADMIN_MILLIS));
  }

  @Bean
  Producer<String, byte[]> producer(NodeSettings node) {
    return EventTopic.producer(node.kafka());
  }

  @Bean
  CaseEvents caseEvents(EventCodec codec) {
    return new CaseEvents(codec);
  }

  @Bean(destroyMethod = "")
  Publication<Case> publication(
      GuardedDocuments<Case> cases,
      NodeSettings node,
      Producer<String, byte[]> producer,
      CaseEvents events) {
    var topic = new EventTopic(node.topic("cases"), producer);
    return new Publication<>("cases", cases, List.of(topic.drain(events::render)));
  }

  @Bean
  Background publishing(Publication<Case> publication) {
    return new Background(publication::start, publication::close);
  }

  @Bean
  RepublishEndpoint republishEndpoint(Publication<Case> publication) {
    return new RepublishEndpoint(publication);
  }
}
