package org.homeward.engines.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.homeward.testkit.TopicContent;

/** What the tests do with a broker: one topic of one partition. */
final class Records {
  private static final String TOPIC = "rs.cases";

  private final String bootstrap;

  Records(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  /** Returns the topic's id. */
  String createTopic() throws Exception {
    try (Admin admin = admin()) {
      var created = admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1)));
      return created.topicId(TOPIC).get().toString();
    }
  }

  String topicId() throws Exception {
    try (Admin admin = admin()) {
      return admin
          .describeTopics(List.of(TOPIC))
          .allTopicNames()
          .get()
          .get(TOPIC)
          .topicId()
          .toString();
    }
  }

  /** Soon takes a topic for missing. */
  KafkaProducer<String, String> impatient() {
    return producer(2_000);
  }

  private KafkaProducer<String, String> producer(int patienceMillis) {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers",
            bootstrap,
            "acks",
            "all",
            "delivery.timeout.ms",
            patienceMillis,
            "request.timeout.ms",
            patienceMillis / 2,
            "max.block.ms",
            patienceMillis,
            "linger.ms",
            0),
        new StringSerializer(),
        new StringSerializer());
  }

  void send(String... values) throws Exception {
    try (var producer = producer(60_000)) {
      for (String value : values) {
        producer.send(new ProducerRecord<>(TOPIC, value)).get();
      }
    }
  }

  /** Sends numbers until the broker is gone; returns those that were acknowledged. */
  List<String> sendUntilGone() throws InterruptedException {
    List<String> acknowledged = new ArrayList<>();
    try (var producer = producer(5_000)) {
      for (int from = 0; ; from += 20) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (int i = from; i < from + 20; i++) {
          sent.add(producer.send(new ProducerRecord<>(TOPIC, "n" + i)));
        }
        for (int i = 0; i < sent.size(); i++) {
          try {
            sent.get(i).get();
            acknowledged.add("n" + (from + i));
          } catch (ExecutionException gone) {
            return acknowledged;
          }
        }
      }
    }
  }

  List<String> all() {
    return TopicContent.of(bootstrap, TOPIC).stream()
        .map(record -> new String(record.value(), UTF_8))
        .toList();
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", bootstrap));
  }
}
