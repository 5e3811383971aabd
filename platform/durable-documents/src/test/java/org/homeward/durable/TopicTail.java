package org.homeward.durable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning, without a group, for a test's eyes. */
public final class TopicTail implements AutoCloseable {

  private final KafkaConsumer<String, byte[]> consumer;
  private final Queue<ConsumerRecord<String, byte[]>> unread = new ArrayDeque<>();

  public TopicTail(String bootstrapServers, String topic) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "fetch.max.wait.ms", // closing waits for the last fetch
                10),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    var partitions =
        consumer.partitionsFor(topic).stream()
            .map(p -> new TopicPartition(topic, p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  public ConsumerRecord<String, byte[]> next() {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (unread.isEmpty() && System.nanoTime() < end) {
      consumer.poll(Duration.ofMillis(100)).forEach(unread::add);
    }
    return unread.isEmpty() ? fail("no further record came") : unread.remove();
  }

  public String awaitValueOf(String key) {
    while (true) {
      var record = next();
      if (key.equals(record.key())) {
        return new String(record.value(), UTF_8);
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
