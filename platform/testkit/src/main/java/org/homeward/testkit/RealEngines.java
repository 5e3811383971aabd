package org.homeward.testkit;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * MongoDB and Kafka in containers. A test that asks for them where there is no Docker fails: it was
 * selected by {@code -Pdocker}, and a test that is skipped proves nothing.
 */
public final class RealEngines {

  private RealEngines() {}

  /** A started store, one member of a replica set; the caller closes it. */
  public static MongoDBContainer store() {
    demandDocker();
    var store = new MongoDBContainer(image("mongodb.image")).withReplicaSet();
    store.start();
    return store;
  }

  /** A started broker that makes no topic by itself; the caller closes it. */
  public static KafkaContainer broker() {
    demandDocker();
    var broker =
        new KafkaContainer(image("kafka.image"))
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
    broker.start();
    return broker;
  }

  /** Where a started store is; one member, so that a driver stays with that address. */
  public static String uri(MongoDBContainer store) {
    return "mongodb://" + store.getHost() + ":" + store.getFirstMappedPort();
  }

  private static void demandDocker() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new IllegalStateException(
          "This test runs on real engines in containers (-Pdocker), and no Docker engine answers"
              + " here. Start one that this user may use, or leave -Pdocker out.");
    }
  }

  private static DockerImageName image(String property) {
    String name = System.getProperty(property);
    if (name == null) {
      throw new IllegalStateException(
          "run it by ./mvnw -Pdocker verify: it says which " + property);
    }
    return DockerImageName.parse(name);
  }
}
