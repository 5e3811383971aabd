package org.homeward.intake.finding;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.homeward.durable.Loop;
import org.homeward.durable.publication.BrokerAddress;
import org.jspecify.annotations.Nullable;

/**
 * Keeps this process's index by the ids on the service's own topic: other processes write there,
 * too. It reads for itself, in no group, and builds the index anew where it may have missed
 * something.
 */
final class OwnCasesTopic implements AutoCloseable {

  private static final Duration WAIT = Duration.ofSeconds(1);

  /** Pause after a failure, before all cases are read again. */
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

  private static final int ANSWER_MILLIS = 5_000;

  private final String kafka;
  private final String topic;
  private final KeepIndex keepIndex;
  private final Loop loop;
  private @Nullable Consumer<String, byte[]> consumer;
  private boolean missed = true;

  OwnCasesTopic(String kafka, String topic, KeepIndex keepIndex) {
    this.kafka = kafka;
    this.topic = topic;
    this.keepIndex = keepIndex;
    this.loop = Loop.paced("case-index", AFTER_FAILURE, this::turn);
  }

  void start() {
    loop.start();
    loop.wakeIn(Duration.ZERO);
  }

  /** Without the broker the index is built all the same, and once more when the broker is there. */
  private Duration turn() {
    @Nullable KafkaException away = consumer == null ? listen() : null;
    if (missed) {
      keepIndex.build();
      missed = away != null;
    }
    if (away != null) {
      throw away;
    }
    read();
    return Duration.ZERO;
  }

  private @Nullable KafkaException listen() {
    Consumer<String, byte[]> fresh = null;
    try {
      fresh = fresh();
      List<TopicPartition> partitions = new ArrayList<>();
      fresh
          .partitionsFor(topic)
          .forEach(each -> partitions.add(new TopicPartition(topic, each.partition())));
      if (partitions.isEmpty()) {
        throw new KafkaException("the topic is not there");
      }
      fresh.assign(partitions);
      fresh.seekToEnd(partitions);
      for (TopicPartition each : partitions) {
        fresh.position(each); // from here on nothing is missed
      }
      consumer = fresh;
      missed = true;
      return null;
    } catch (KafkaException e) {
      close(fresh);
      return e;
    }
  }

  private Consumer<String, byte[]> fresh() {
    return new KafkaConsumer<>(
        BrokerAddress.settings(
            kafka,
            Map.of(
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ANSWER_MILLIS)),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  private void read() {
    Consumer<String, byte[]> reading = consumer;
    if (reading == null) {
      return;
    }
    try {
      Set<String> ids = new TreeSet<>();
      reading
          .poll(WAIT)
          .forEach(
              each -> {
                if (each.key() != null && !keepIndex.knows(each.key(), version(each))) {
                  ids.add(each.key());
                }
              });
      if (!ids.isEmpty()) {
        keepIndex.readAgain(ids);
      }
    } catch (RuntimeException e) {
      close(reading);
      consumer = null; // what it had read is read again
      throw e;
    }
  }

  /** The version that the event is of stands at the end of its id. */
  private static long version(ConsumerRecord<String, byte[]> of) {
    Header id = of.headers().lastHeader("ce_id");
    String text = id == null ? "" : new String(id.value(), StandardCharsets.UTF_8);
    String version = text.substring(text.lastIndexOf('/') + 1);
    return version.matches("[0-9]{1,18}") ? Long.parseLong(version) : Long.MAX_VALUE;
  }

  private static void close(@Nullable Consumer<String, byte[]> gone) {
    if (gone != null) {
      gone.close(CloseOptions.timeout(Duration.ZERO));
    }
  }

  @Override
  public void close() {
    loop.close();
  }
}
