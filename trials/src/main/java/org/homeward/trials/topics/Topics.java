package org.homeward.trials.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads a node's broker; never writes. */
public final class Topics implements AutoCloseable {
  private static final int PATIENCE_MS = 10_000;
  private static final Duration POLL = Duration.ofMillis(500);

  private final String broker;
  private final Admin admin;

  public Topics(String broker) {
    this.broker = broker;
    this.admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS));
  }

  /** All topics except the broker's own. */
  public Set<String> names() {
    try {
      return new TreeSet<>(admin.listTopics().names().get());
    } catch (InterruptedException | ExecutionException e) {
      throw unreachable(e);
    }
  }

  /** The end offset of each partition. */
  public Map<TopicPartition, Long> ends() {
    try {
      Set<TopicPartition> partitions = new HashSet<>();
      admin
          .describeTopics(names())
          .allTopicNames()
          .get()
          .forEach(
              (name, topic) ->
                  topic
                      .partitions()
                      .forEach(p -> partitions.add(new TopicPartition(name, p.partition()))));
      Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
      partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
      Map<TopicPartition, Long> ends = new HashMap<>();
      admin
          .listOffsets(latest)
          .all()
          .get()
          .forEach((partition, info) -> ends.put(partition, info.offset()));
      return ends;
    } catch (InterruptedException | ExecutionException e) {
      throw unreachable(e);
    }
  }

  /** Whether this group has read the whole topic. */
  public boolean hasRead(String group, String topic) {
    try {
      Map<TopicPartition, OffsetAndMetadata> read =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      return ends().entrySet().stream()
          .filter(end -> end.getKey().topic().equals(topic))
          .allMatch(end -> isAt(read.get(end.getKey()), end.getValue()));
    } catch (InterruptedException | ExecutionException e) {
      throw unreachable(e);
    }
  }

  /** The distinct keys of all records of a topic, read from the beginning. */
  public Set<String> keys(String topic) {
    return found(topic, polled -> Set.of(text(polled.key())));
  }

  /** The distinct headers of all records of a topic, as {@code name=value}. */
  public Set<String> headers(String topic) {
    return found(
        topic,
        polled -> {
          Set<String> headers = new HashSet<>();
          polled.headers().forEach(each -> headers.add(each.key() + "=" + text(each.value())));
          return headers;
        });
  }

  /** Reads what it is assigned, without a group. */
  static KafkaConsumer<byte[], byte[]> consumer(String broker) {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            broker,
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
            ByteArrayDeserializer.class,
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
            ByteArrayDeserializer.class,
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, // closing waits for the last fetch
            10,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false));
  }

  private Set<String> found(
      String topic, Function<ConsumerRecord<byte[], byte[]>, Set<String>> of) {
    Map<TopicPartition, Long> ends = ends();
    ends.keySet().removeIf(partition -> !partition.topic().equals(topic));
    Set<String> found = new HashSet<>();
    try (var consumer = consumer(broker)) {
      consumer.assign(ends.keySet());
      consumer.seekToBeginning(ends.keySet());
      while (!reached(consumer, ends)) {
        for (var polled : consumer.poll(POLL)) {
          found.addAll(of.apply(polled));
        }
      }
    }
    return found;
  }

  private static String text(byte @Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, UTF_8);
  }

  @Override
  public void close() {
    admin.close(POLL);
  }

  private static boolean reached(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    Collection<TopicPartition> all = List.copyOf(ends.keySet());
    return all.stream().allMatch(p -> consumer.position(p) >= ends.getOrDefault(p, 0L));
  }

  private static boolean isAt(@Nullable OffsetAndMetadata read, long end) {
    return read != null && read.offset() >= end;
  }

  private static IllegalStateException unreachable(Exception e) {
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return new IllegalStateException("the broker does not answer", e);
  }
}
