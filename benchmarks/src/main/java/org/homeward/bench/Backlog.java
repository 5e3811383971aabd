package org.homeward.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.homeward.local.node.Poll;

/** The records that consumer groups have not read yet. */
final class Backlog {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration TICK = Duration.ofMillis(200);

  private Backlog() {}

  /**
   * Returns when all these groups have read all there is.
   *
   * @throws IllegalStateException when that takes too long
   */
  static void awaitNone(String broker, String topic, List<String> groups) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      for (String group : groups) {
        if (!Poll.until(PATIENCE, TICK, () -> isNone(admin, topic, group))) {
          throw new IllegalStateException(group + " does not catch up");
        }
      }
    }
  }

  /** Returns when this topic holds so many records, and all these groups have read them. */
  static void awaitNone(String broker, String topic, long records, List<String> groups) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      if (!Poll.until(PATIENCE, TICK, () -> records(admin, topic) >= records)) {
        throw new IllegalStateException("not all records come to " + topic);
      }
    }
    awaitNone(broker, topic, groups);
  }

  static long records(String broker, String topic) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      return records(admin, topic);
    }
  }

  private static long records(Admin admin, String topic) {
    return ends(admin, topic).values().stream().mapToLong(end -> end.offset()).sum();
  }

  private static boolean isNone(Admin admin, String topic, String group) {
    Map<TopicPartition, OffsetAndMetadata> read =
        answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    return ends(admin, topic).entrySet().stream()
        .allMatch(
            end -> {
              OffsetAndMetadata at = read.get(end.getKey());
              return at != null && at.offset() >= end.getValue().offset();
            });
  }

  private static Map<TopicPartition, ListOffsetsResultInfo> ends(Admin admin, String topic) {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    TopicWatch.partitions(topic).forEach(p -> latest.put(p, OffsetSpec.latest()));
    return answer(admin.listOffsets(latest).all());
  }

  private static <T> T answer(KafkaFuture<T> asked) {
    try {
      return asked.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not answer", e);
    }
  }
}
