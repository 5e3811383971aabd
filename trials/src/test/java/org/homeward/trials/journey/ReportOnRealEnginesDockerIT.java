package org.homeward.trials.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.homeward.local.client.Answer;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.FeedWatch;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.PoliceReader;
import org.homeward.local.client.Reports;
import org.homeward.testkit.RealEngines;
import org.homeward.trials.PartOfANode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/** A report reaches the police, once it is released, over a real MongoDB and a real Kafka. */
@Tag("docker")
class ReportOnRealEnginesDockerIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static MongoDBContainer store;
  private static KafkaContainer broker;
  private static PartOfANode node;
  private static Hotline hotline;

  @BeforeAll
  static void start() {
    store = RealEngines.store();
    broker = RealEngines.broker();
    node = new PartOfANode("real-engines");
    node.start(
        Map.of(
            "HOMEWARD_STORE_URI", RealEngines.uri(store),
            "HOMEWARD_KAFKA", broker.getBootstrapServers()),
        "issuer",
        "intake",
        "alert",
        "gateway");
    hotline = new Hotline(node.plan());
  }

  @AfterAll
  static void stop() {
    if (node != null) {
      node.close();
    }
    if (broker != null) {
      broker.close();
    }
    if (store != null) {
      store.close();
    }
  }

  @Test
  void whatIsReleasedIsSeenByItsDeskAndWhatIsHeldIsNot() {
    DeskLogin desk = hotline.newDesk("real engines", false);
    try (var watch = new FeedWatch(hotline.desk(desk))) {
      file("DOCKER-HELD");
      release(file("DOCKER-1"), desk);

      assertThat(watch.await("DOCKER-1", PATIENCE)).isTrue();
      assertThat(watch.seen("DOCKER-HELD")).isEmpty();
    }
  }

  @Test
  void nothingAcceptedIsLostWhenItsServicesAreKilled() {
    DeskLogin desk = hotline.newDesk("killed", false);
    PoliceReader reader = hotline.desk(desk);
    try (var watch = new FeedWatch(reader)) {
      Answer filed = file("DOCKER-2");
      node.killAndStart("intake");
      release(filed, desk);
      node.killAndStart("alert");

      assertThat(watch.await("DOCKER-2", PATIENCE)).isTrue();
      assertThat(reader.allAfter(reader.beginning()))
          .filteredOn(item -> PoliceReader.plate(item).equals("DOCKER-2"))
          .hasSize(1);
    }
  }

  private static Answer file(String plate) {
    Answer filed = hotline.as("ana").open(Reports.marked(plate), HotlineClient.newKey());
    assertThat(filed.status()).isEqualTo(201);
    return filed;
  }

  private static void release(Answer filed, DeskLogin desk) {
    Answer released =
        hotline
            .as("ana")
            .release(
                filed.text("case"),
                filed.text("report"),
                desk.id(),
                filed.etag(),
                HotlineClient.newKey());
    assertThat(released.status()).isEqualTo(200);
  }
}
