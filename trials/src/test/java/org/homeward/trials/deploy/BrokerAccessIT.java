package org.homeward.trials.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.homeward.durable.publication.BrokerAddress;
import org.homeward.durable.publication.DatabaseClaim;
import org.homeward.durable.publication.EventRecord;
import org.homeward.durable.publication.EventTopic;
import org.homeward.durable.reader.Poison;
import org.homeward.durable.reader.ReaderSettings;
import org.homeward.durable.reader.ReaderState;
import org.homeward.durable.reader.TopicReader;
import org.homeward.durable.reader.Unreadable;
import org.homeward.durable.store.StoreConnection;
import org.homeward.engines.broker.EmbeddedBroker;
import org.homeward.engines.store.EmbeddedStore;
import org.homeward.testkit.FreePorts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A real broker with the settings that {@code docker-compose.yml} gives it and the rights that
 * {@code deploy/broker/access.sh} gives: each service does its work there, and no other's. Engines
 * of its own, so that it runs beside the journeys.
 */
@Execution(ExecutionMode.CONCURRENT)
class BrokerAccessIT {

  private static final Pattern ALLOW =
      Pattern.compile(
          "^allow (\\w+) (topic|group) \"\\$HOMEWARD_NODE\\.([a-z]+)\" (literal|prefixed) (.+)$",
          Pattern.MULTILINE);

  private static final Map<String, String> OWN =
      Map.of("intake", "rs.cases", "alert", "rs.alerts", "bridge", "rs.handovers");
  private static final Map<String, List<String>> FOLLOWED =
      Map.of(
          "intake", List.of("rs.handovers", "rs.alerts"),
          "alert", List.of("rs.cases"),
          "bridge", List.of("rs.cases", "rs.alerts"));

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir static Path directory;

  private static final int CLIENTS = FreePorts.take();
  private static EmbeddedBroker broker;
  private static EmbeddedStore store;
  private static MongoClient client;

  @BeforeAll
  static void start() throws Exception {
    int controller = FreePorts.take();
    Map<String, String> asDeployed = new HashMap<>();
    ComposeFile.read()
        .environment("broker")
        .forEach(
            (name, value) -> {
              if (name.matches("KAFKA_(.*LISTENER.*|SASL.*|AUTHORIZER.*|SUPER.*)")) {
                asDeployed.put(
                    name.substring("KAFKA_".length()).toLowerCase(Locale.ROOT).replace('_', '.'),
                    ComposeFile.filledIn(value));
              }
            });
    int itself = FreePorts.take();
    asDeployed.replaceAll(
        (name, value) ->
            value
                .replace("CLIENTS://:9092", "CLIENTS://127.0.0.1:" + CLIENTS)
                .replace("broker:9092", "127.0.0.1:" + CLIENTS)
                .replace("127.0.0.1:9093", "127.0.0.1:" + controller)
                .replace("127.0.0.1:9094", "127.0.0.1:" + itself));
    broker =
        EmbeddedBroker.start(
            EmbeddedBroker.Settings.alone(directory.resolve("broker"), CLIENTS, controller)
                .with(asDeployed));
    store =
        EmbeddedStore.open(EmbeddedStore.Settings.of(directory.resolve("store"), FreePorts.take()));
    client = StoreConnection.open(store.connectionString());
    try (var admin = Admin.create(BrokerAddress.settings(address("administrator")))) {
      admin.createAcls(rights()).all().get();
    }
    for (String service : OWN.keySet()) { // as each does when it starts
      try (var admin = Admin.create(BrokerAddress.settings(address(service)))) {
        await()
            .atMost(PATIENCE)
            .ignoreException(IllegalStateException.class) // rights are there a moment later
            .untilAsserted(
                () ->
                    DatabaseClaim.claim(
                        database(service), admin, "rs", OWN.get(service), "rs.poison"));
      }
    }
  }

  @AfterAll
  static void stop() {
    client.close();
    store.close();
    broker.close();
  }

  private static String address(String service) {
    String filled =
        service.equals("administrator")
            ? "sasl://administrator:s3cret@broker:9092"
            : ComposeFile.filledIn(ComposeFile.read().environment(service).get("HOMEWARD_KAFKA"));
    return filled.replace("broker:9092", "127.0.0.1:" + CLIENTS);
  }

  private static MongoDatabase database(String service) {
    return client.getDatabase("rs_" + service);
  }

  private static List<AclBinding> rights() {
    return ALLOW
        .matcher(ComposeFile.text("deploy/broker/access.sh"))
        .results()
        .flatMap(
            line ->
                Arrays.stream(line.group(5).split(" "))
                    .map(
                        operation ->
                            new AclBinding(
                                new ResourcePattern(
                                    ResourceType.fromString(line.group(2)),
                                    "rs." + line.group(3),
                                    PatternType.valueOf(line.group(4).toUpperCase(Locale.ROOT))),
                                new AccessControlEntry(
                                    "User:" + line.group(1),
                                    "*",
                                    AclOperation.fromString(operation),
                                    AclPermissionType.ALLOW))))
        .toList();
  }

  private static EventRecord event(String word) {
    return new EventRecord("key", Map.of(), word.getBytes(UTF_8));
  }

  private static TopicReader reader(String service, String topic, Queue<String> seen) {
    var settings =
        new ReaderSettings(
            address(service), topic, group(service, topic), "1", Duration.ofSeconds(1));
    return new TopicReader(
        settings,
        database(service),
        new Poison("rs.poison", EventTopic.producer(address(service))),
        received -> {
          String word = new String(received.value(), UTF_8);
          if (word.equals("unreadable")) {
            throw new Unreadable("undecodable");
          }
          seen.add(topic + " " + word);
        });
  }

  /** As {@code Readers} names them. */
  private static String group(String service, String topic) {
    return FOLLOWED.get(service).indexOf(topic) == 0
        ? "rs." + service
        : "rs." + service + topic.substring("rs".length());
  }

  @Test
  void everyServiceWritesItsTopicAndReadsThoseThatItFollows() {
    OWN.forEach(
        (service, topic) -> {
          try (var own = new EventTopic(topic, EventTopic.producer(address(service)))) {
            own.send(event("of-" + service));
            own.send(event("unreadable"));
            own.send(event("after"));
          }
        });
    FOLLOWED.forEach(
        (service, topics) -> {
          for (String topic : topics) {
            var seen = new ConcurrentLinkedQueue<String>();
            try (var reader = reader(service, topic, seen)) {
              reader.start();
              await().atMost(PATIENCE).until(() -> reader.state() instanceof ReaderState.Reading);
              await()
                  .atMost(PATIENCE)
                  .untilAsserted(() -> assertThat(seen).contains(topic + " after"));
              await().atMost(PATIENCE).until(() -> reader.lag() == 0);
              assertThat(reader.replayPoison().unreadable()).isPositive();
            }
          }
        });
  }

  @Test
  void nobodyWritesTheTopicOfAnotherOrReadsWhatItDoesNotFollow() {
    try (var forged = new EventTopic("rs.alerts", EventTopic.producer(address("intake")))) {
      assertThatThrownBy(() -> forged.send(event("forged")))
          .hasRootCauseInstanceOf(TopicAuthorizationException.class);
    }
    try (var admin = Admin.create(BrokerAddress.settings(address("alert")))) {
      assertThatThrownBy(() -> admin.describeTopics(List.of("rs.handovers")).allTopicNames().get())
          .hasCauseInstanceOf(TopicAuthorizationException.class);
      assertThatThrownBy(
              () ->
                  admin.listConsumerGroupOffsets("rs.intake").partitionsToOffsetAndMetadata().get())
          .hasCauseInstanceOf(GroupAuthorizationException.class);
      assertThatThrownBy(() -> admin.deleteTopics(List.of("rs.alerts")).all().get())
          .as("its own neither")
          .hasCauseInstanceOf(TopicAuthorizationException.class);
    }
  }

  @Test
  void whoeverDoesNotKnowThePasswordIsRefused() {
    String wrong = address("intake").replace("s3cret", "guessed");
    try (var admin = Admin.create(BrokerAddress.settings(wrong))) {
      assertThatThrownBy(() -> admin.describeCluster().clusterId().get())
          .hasCauseInstanceOf(SaslAuthenticationException.class);
    }
  }
}
