package org.homeward.engines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.homeward.testkit.ForkedJvm;
import org.homeward.testkit.FreePorts;
import org.homeward.testkit.TopicContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300) // a fault that is not noticed must not hold the build
class ThreeBrokersIT {
  private static final String TOPIC = "rs.cases";
  private static final String CLUSTER = "dGhyZWUgYnJva2VycyE_Pw";
  private static final List<String> EVERYWHERE =
      List.of(TOPIC, "__consumer_offsets", "__transaction_state");

  @TempDir Path root;
  private final List<Integer> ports = FreePorts.take(6);
  private final List<ForkedJvm> brokers = new ArrayList<>();
  private final String bootstrap =
      IntStream.range(0, 3).mapToObj(i -> "127.0.0.1:" + port(i)).collect(Collectors.joining(","));

  @AfterEach
  void end() {
    brokers.forEach(ForkedJvm::close);
  }

  @Test
  void whatWasAcknowledgedOutlivesAnyOneOfThemAndTheOthersGoOn() throws Exception {
    IntStream.range(0, 3).forEach(i -> brokers.add(start(i)));
    brokers.forEach(
        broker ->
            broker.awaitLine(line -> line.startsWith("READY kafka=") && line.contains(CLUSTER)));
    List<String> sent = new ArrayList<>();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
        var producer = producer()) {
      admin
          .createTopics(List.of(new NewTopic(TOPIC, Optional.of(3), Optional.empty())))
          .all()
          .get();
      send(producer, sent, 100);
      commit();
      useTransactions();
      awaitEverythingThreeTimes(admin);
      int first = described(admin).get(TOPIC).partitions().getFirst().leader().id();

      brokers.get(first - 1).kill();
      send(producer, sent, 100);

      assertThat(values()).containsExactlyInAnyOrderElementsOf(sent);
      brokers.set(first - 1, start(first - 1)).close();
      brokers.get(first - 1).awaitLine(line -> line.startsWith("READY"));
      awaitEverythingThreeTimes(admin);

      brokers.get(first % 3).kill(); // another one: what it alone had would be gone now
      assertThat(values()).containsExactlyInAnyOrderElementsOf(sent);
    }
  }

  /** A broker that stood still for a second is out of step for a moment. */
  private void awaitEverythingThreeTimes(Admin admin) {
    await().untilAsserted(() -> assertEverythingIsThereThreeTimes(admin));
  }

  private void assertEverythingIsThereThreeTimes(Admin admin) throws Exception {
    described(admin)
        .values()
        .forEach(
            topic ->
                assertThat(topic.partitions())
                    .allSatisfy(p -> assertThat(p.isr()).as(topic.name()).hasSize(3)));
    var asked =
        EVERYWHERE.stream()
            .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
            .toList();
    admin
        .describeConfigs(asked)
        .all()
        .get()
        .values()
        .forEach(
            found ->
                assertThat(found.get("min.insync.replicas").value()).as("of any").isEqualTo("2"));
  }

  private static Map<String, TopicDescription> described(Admin admin) throws Exception {
    return admin.describeTopics(EVERYWHERE).allTopicNames().get();
  }

  private static void send(KafkaProducer<String, String> producer, List<String> sent, int count)
      throws Exception {
    for (int i = 0; i < count; i++) {
      String value = "n" + sent.size();
      producer.send(new ProducerRecord<>(TOPIC, value, value)).get();
      sent.add(value);
    }
  }

  private KafkaProducer<String, String> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", bootstrap, "acks", "all", "request.timeout.ms", 4_000),
        new StringSerializer(),
        new StringSerializer());
  }

  /** Makes the brokers create the topics that they keep for themselves. */
  private void commit() {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrap, "group.id", "g", "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(TOPIC));
      await().until(() -> !consumer.poll(Duration.ofMillis(100)).isEmpty());
      consumer.commitSync();
    }
  }

  private void useTransactions() {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "transactional.id", "t"),
            new StringSerializer(),
            new StringSerializer())) {
      producer.initTransactions();
    }
  }

  private Set<String> values() {
    return TopicContent.of(bootstrap, TOPIC).stream()
        .map(found -> new String(found.value(), UTF_8))
        .collect(Collectors.toSet());
  }

  private ForkedJvm start(int i) {
    String voters =
        IntStream.range(0, 3)
            .mapToObj(n -> (n + 1) + "@127.0.0.1:" + ports.get(2 * n + 1))
            .collect(Collectors.joining(","));
    return ForkedJvm.of(EnginesProcess.class)
        .heapMegabytes(128)
        .arguments("--run=broker", "--data=" + root.resolve("broker-" + i), "--voters=" + voters)
        .arguments("--node-id=" + (i + 1), "--cluster-id=" + CLUSTER)
        .arguments("--kafka-port=" + port(i), "--controller-port=" + ports.get(2 * i + 1))
        .start();
  }

  private int port(int i) {
    return ports.get(2 * i);
  }
}
