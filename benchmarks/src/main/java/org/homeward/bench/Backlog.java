package org.homeward.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.homeward.local.node.Poll;

/** What groups of readers have not read yet. */
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

  private static boolean isNone(Admin admin, String topic, String group) {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    TopicWatch.partitions(topic).forEach(p -> latest.put(p, OffsetSpec.latest()));
    try {
      Map<TopicPartition, OffsetAndMetadata> read =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      return admin.listOffsets(latest).all().get().entrySet().stream()
          .allMatch(
              end -> {
                OffsetAndMetadata at = read.get(end.getKey());
                return at != null && at.offset() >= end.getValue().offset();
              });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not answer", e);
    }
  }
}
