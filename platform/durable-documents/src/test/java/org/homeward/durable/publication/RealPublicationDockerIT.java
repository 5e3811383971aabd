package org.homeward.durable.publication;

import com.mongodb.client.MongoClient;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.homeward.durable.store.StoreConnection;
import org.homeward.testkit.RealEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

@Tag("docker")
class RealPublicationDockerIT implements PublicationContract {

  private static MongoDBContainer store;
  private static KafkaContainer broker;
  private static MongoClient client;
  private static Producer<String, byte[]> producer;

  @BeforeAll
  static void start() {
    store = RealEngines.store();
    broker = RealEngines.broker();
    client = StoreConnection.open(RealEngines.uri(store));
    producer = EventTopic.producer(broker.getBootstrapServers());
  }

  @AfterAll
  static void stop() {
    if (producer != null) {
      producer.close(Duration.ZERO);
      client.close();
    }
    if (broker != null) {
      broker.close();
    }
    if (store != null) {
      store.close();
    }
  }

  @Override
  public String storeUri() {
    return RealEngines.uri(store);
  }

  @Override
  public String bootstrapServers() {
    return broker.getBootstrapServers();
  }

  @Override
  public MongoClient client() {
    return client;
  }

  @Override
  public Producer<String, byte[]> producer() {
    return producer;
  }
}
