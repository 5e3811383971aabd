package org.homeward.durable;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.homeward.durable.publication.EventTopic;
import org.homeward.durable.store.StoreConnection;
import org.homeward.engines.broker.EmbeddedBroker;
import org.homeward.engines.store.EmbeddedStore;
import org.homeward.engines.store.StoreLogin;
import org.homeward.testkit.FreePorts;

/** Store and broker of one test class, in this JVM, on free ports. */
public final class Engines implements AutoCloseable {

  private static final StoreLogin LOGIN = StoreLogin.of("0123456789abcdefghijklmnopqrstuv");

  private final Path directory;
  private final EmbeddedStore store;
  private final int brokerPort = FreePorts.take();
  private final int controllerPort = FreePorts.take();
  private final MongoClient client;
  private EmbeddedBroker broker;
  private Producer<String, byte[]> producer;

  private Engines(boolean withBroker) throws IOException {
    directory = Files.createTempDirectory("engines");
    var settings = EmbeddedStore.Settings.of(storeDirectory(), FreePorts.take());
    store = EmbeddedStore.open(settings.withLogin(LOGIN));
    client = StoreConnection.open(storeUri());
    if (withBroker) {
      startBroker();
      producer = EventTopic.producer(bootstrapServers());
    }
  }

  public static Engines store() {
    return open(false);
  }

  public static Engines both() {
    return open(true);
  }

  private static Engines open(boolean withBroker) {
    try {
      return new Engines(withBroker);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String storeUri() {
    return storeUri(storePort());
  }

  /** Through something that listens at another port. */
  public String storeUri(int port) {
    return LOGIN.address(port);
  }

  /** Where the store writes; nothing else is there. */
  public Path storeDirectory() {
    return directory.resolve("store");
  }

  public int storePort() {
    return store.address().getPort();
  }

  public MongoClient client() {
    return client;
  }

  public Producer<String, byte[]> producer() {
    return producer;
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + brokerPort;
  }

  public Map<String, Object> adminSettings() {
    return Map.of("bootstrap.servers", bootstrapServers());
  }

  public void startBroker() {
    try {
      broker =
          EmbeddedBroker.start(
              EmbeddedBroker.Settings.alone(
                  directory.resolve("broker"), brokerPort, controllerPort));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void stopBroker() {
    broker.close();
  }

  /** One partition, so that a test sees one order. */
  public void createTopic(String name) {
    try (var admin = Admin.create(adminSettings())) {
      admin.createTopics(List.of(new NewTopic(name, Optional.of(1), Optional.empty()))).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What retention does to a topic that nobody has read for long. */
  public void deleteRecords(Admin admin, String topic) throws Exception {
    var partition = new TopicPartition(topic, 0);
    long end =
        admin
            .listOffsets(Map.of(partition, OffsetSpec.latest()))
            .all()
            .get()
            .get(partition)
            .offset();
    Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
    all.put(partition, RecordsToDelete.beforeOffset(end));
    admin.deleteRecords(all).all().get();
  }

  @Override
  public void close() {
    if (broker != null) {
      producer.close(Duration.ZERO);
      broker.close();
    }
    client.close();
    store.close();
  }
}
