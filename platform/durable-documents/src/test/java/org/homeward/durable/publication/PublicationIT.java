package org.homeward.durable.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import org.apache.kafka.clients.producer.Producer;
import org.homeward.durable.Engines;
import org.homeward.durable.TopicTail;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PublicationIT implements PublicationContract {

  private static Engines engines;

  @BeforeAll
  static void start() {
    engines = Engines.both();
  }

  @AfterAll
  static void stop() {
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
    return engines.client();
  }

  @Override
  public Producer<String, byte[]> producer() {
    return engines.producer();
  }

  @Test
  @Proves(1)
  void whatWasAcceptedWhileTheBrokerWasAwayIsPublishedWhenItIsBack() {
    createTopic("away");
    try (var own = EventTopic.producer(engines.bootstrapServers())) {
      var aggregate =
          PublicationContract.aggregate(
              engines.client(),
              "away",
              new EventTopic("away", own).drain(PublicationContract::render));
      aggregate.start();
      engines.stopBroker();
      String id = PublicationContract.create(aggregate.documents(), "a");
      assertThat(aggregate.documents().find(id).orElseThrow().pending()).hasSize(1);
      engines.startBroker();
      try (var tail = new TopicTail(engines.bootstrapServers(), "away")) {
        assertThat(tail.awaitValueOf(id)).isEqualTo("a");
      }
      aggregate.stop();
    }
  }
}
