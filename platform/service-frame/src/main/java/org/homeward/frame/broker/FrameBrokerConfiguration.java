package org.homeward.frame.broker;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.Producer;
import org.homeward.durable.Aggregate;
import org.homeward.durable.publication.BrokerAddress;
import org.homeward.durable.publication.DatabaseClaim;
import org.homeward.durable.publication.EventTopic;
import org.homeward.durable.reader.TopicReader;
import org.homeward.durable.recovery.DataAge;
import org.homeward.durable.store.Incarnation;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.node.ServiceName;
import org.homeward.frame.recovery.Recovery;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.start.Background;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The broker, and the one topic that the service writes. */
@Configuration(proxyBeanMethods = false)
public class FrameBrokerConfiguration {

  private static final int ADMIN_MILLIS = 5_000;

  @Bean
  Admin broker(NodeSettings node) {
    return Admin.create(
        BrokerAddress.settings(
            node.kafka(),
            Map.of(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ADMIN_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ADMIN_MILLIS)));
  }

  @Bean
  Producer<String, byte[]> producer(NodeSettings node) {
    return EventTopic.producer(node.kafka());
  }

  /** Closed with its producer. */
  @Bean(destroyMethod = "")
  EventTopic ownTopic(NodeSettings node, ServiceName service, Producer<String, byte[]> producer) {
    return new EventTopic(node.topic(service.topic()), producer);
  }

  @Bean(destroyMethod = "")
  Readers readers(
      NodeSettings node,
      ServiceName service,
      MongoDatabase database,
      Producer<String, byte[]> producer,
      Incarnation incarnation,
      MeterRegistry metrics) {
    return new Readers(node, service, database, producer, incarnation, metrics);
  }

  /** Aggregates before readers, which write them; the other way round at the end. */
  @Bean
  Background working(ObjectProvider<Aggregate<?>> aggregates, ObjectProvider<TopicReader> readers) {
    return new Background(
        () -> {
          aggregates.orderedStream().forEach(Aggregate::start);
          readers.orderedStream().forEach(TopicReader::start);
        },
        () -> {
          readers.orderedStream().forEach(TopicReader::close);
          aggregates.orderedStream().forEach(Aggregate::stop);
        });
  }

  /** First of all: a database of another node must not be touched, nor an earlier copy trusted. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  AtOpening ownTopicOpening(
      MongoDatabase database,
      Admin broker,
      NodeSettings node,
      ServiceName service,
      Recovery recovery) {
    return () -> {
      DataAge age = recovery.look();
      boolean meant = age instanceof DataAge.Restored restored && restored.announced();
      DatabaseClaim.claim(
          database, broker, node.node(), node.topic(service.topic()), node.topic("poison"), meant);
      recovery.begin(age);
    };
  }
}
