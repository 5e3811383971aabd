package org.homeward.trials.soak.look;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.homeward.local.node.NodePlan;

/** Reads a node's topics from where the last read ended; never writes. */
final class TopicLook implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int PATIENCE_MILLIS = 5_000;

  private final String node;
  private final Admin admin;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Set<TopicPartition> assigned = new HashSet<>();
  private final Map<String, Long> newest = new HashMap<>();
  private final List<String> found = new ArrayList<>();

  TopicLook(NodePlan node) {
    this.node = node.name();
    admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, node.broker(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS));
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                node.broker(),
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false));
  }

  /** Whether every reader of this node has read everything. */
  boolean isAllRead() {
    try {
      readOn();
      Map<TopicPartition, Long> ends = consumer.endOffsets(assigned);
      for (GroupListing group :
          admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get()) {
        var offsets =
            admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata().get();
        for (var offset : offsets.entrySet()) {
          if (offset.getValue() != null
              && offset.getValue().offset() < ends.getOrDefault(offset.getKey(), 0L)) {
            return false;
          }
        }
      }
      return true;
    } catch (ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The newest published version of each case. */
  Map<String, Long> newest() {
    return Map.copyOf(newest);
  }

  /** The violations in records since the last time: personal data in keys or headers, poison. */
  List<String> troubles() {
    List<String> troubles = List.copyOf(found);
    found.clear();
    return troubles;
  }

  private void readOn() {
    for (var topic : consumer.listTopics().entrySet()) {
      if (topic.getKey().startsWith(node + ".")) {
        topic.getValue().forEach(p -> assigned.add(new TopicPartition(p.topic(), p.partition())));
      }
    }
    if (!consumer.assignment().equals(assigned)) {
      consumer.assign(assigned);
    }
    Map<TopicPartition, Long> ends = consumer.endOffsets(assigned);
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      consumer.poll(POLL).forEach(this::read);
    }
  }

  private void read(ConsumerRecord<byte[], byte[]> received) {
    if (received.topic().endsWith(".poison")) {
      found.add("a record of " + node + " was put aside as poison");
    }
    var planted = new Planted();
    if (received.key() != null && planted.isIn(received.key())) {
      found.add("a key of " + received.topic() + " holds what it must not");
    }
    if (received.value() != null && planted.isOfCare(received.value())) {
      found.add("a record of " + received.topic() + " holds something of a care file");
    }
    for (Header header : received.headers()) {
      if (header.value() != null && planted.isIn(header.value())) {
        found.add("a header of " + received.topic() + " holds what it must not");
      }
      if (header.key().equals("ce_id") && received.topic().endsWith(".cases")) {
        String[] id = new String(header.value(), UTF_8).split("/");
        if (id.length == 3 && id[0].equals("case")) {
          newest.merge(id[1], Long.valueOf(id[2]), Math::max);
        }
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
    admin.close(Duration.ofSeconds(1));
  }
}
