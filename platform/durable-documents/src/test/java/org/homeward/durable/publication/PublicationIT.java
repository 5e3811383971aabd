package org.homeward.durable.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.homeward.durable.Engines;
import org.homeward.durable.TopicTail;
import org.homeward.durable.document.StoreConnection;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PublicationIT implements PublicationContract {

  private static Engines engines;
  private static MongoClient client;
  private static Producer<String, byte[]> producer;

  @BeforeAll
  static void start() {
    engines = Engines.both();
    client = StoreConnection.open(engines.storeUri());
    producer = EventTopic.producer(engines.bootstrapServers());
  }

  @AfterAll
  static void stop() {
    producer.close(Duration.ZERO);
    client.close();
    engines.close();
  }

  @Override
  public String storeUri() {
    return engines.storeUri();
  }

  @Override
  public String bootstrapServers() {
    return engines.bootstrapServers();
  }

  @Override
  public MongoClient client() {
    return client;
  }

  @Override
  public Producer<String, byte[]> producer() {
    return producer;
  }

  @Test
  @Proves(1)
  void whatWasAcceptedWhileTheBrokerWasAwayIsPublishedWhenItIsBack() {
    createTopic("away");
    var documents = PublicationContract.documents(client, "away");
    try (var own = EventTopic.producer(engines.bootstrapServers())) {
      var publication =
          new Publication<>(
              "away",
              documents,
              List.of(new EventTopic("away", own).drain(PublicationContract::render)));
      publication.start();
      engines.stopBroker();
      String id = PublicationContract.create(documents, "a");
      assertThat(documents.find(id).orElseThrow().pending()).hasSize(1);
      engines.startBroker();
      try (var tail = new TopicTail(engines.bootstrapServers(), "away")) {
        assertThat(tail.awaitValueOf(id)).isEqualTo("a");
      }
      publication.close();
    }
  }
}
