package org.homeward.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its present end on, and notes when each key came first. */
final class TopicWatch implements AutoCloseable {
  static final int PARTITIONS = 3; // of all topics here, ours and the services'

  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<String, Long> firstSeen = new ConcurrentHashMap<>();
  private final Thread reader;

  TopicWatch(String broker, String topic) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker, "enable.auto.commit", false),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> all = partitions(topic);
    consumer.assign(all);
    consumer.seekToEnd(all);
    all.forEach(consumer::position); // else the end is looked up when it has moved
    reader = Thread.ofVirtual().start(this::read);
  }

  static List<TopicPartition> partitions(String topic) {
    return IntStream.range(0, PARTITIONS).mapToObj(p -> new TopicPartition(topic, p)).toList();
  }

  /** {@link System#nanoTime} of the key's first record, and forgets it. */
  OptionalLong take(String key) {
    Long at = firstSeen.remove(key);
    return at == null ? OptionalLong.empty() : OptionalLong.of(at);
  }

  private void read() {
    try {
      while (true) {
        for (ConsumerRecord<String, byte[]> got : consumer.poll(Duration.ofMillis(100))) {
          firstSeen.putIfAbsent(got.key(), System.nanoTime());
        }
      }
    } catch (WakeupException closed) {
      consumer.close();
    }
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
