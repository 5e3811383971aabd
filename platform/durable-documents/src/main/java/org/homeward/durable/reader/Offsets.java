package org.homeward.durable.reader;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** One group's offsets on one topic, asked and set. */
final class Offsets {

  private final Admin admin;
  private final String group;
  private final String topic;

  Offsets(Admin admin, String group, String topic) {
    this.admin = admin;
    this.group = group;
    this.topic = topic;
  }

  ReaderMarker.Origin origin() {
    var described =
        requireNonNull(answer(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic));
    return new ReaderMarker.Origin(
        answer(admin.describeCluster().clusterId()),
        described.topicId().toString(),
        described.partitions().size());
  }

  boolean allCommitted(int partitions) {
    Map<TopicPartition, OffsetAndMetadata> committed =
        answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    return partitions(partitions).stream().allMatch(p -> committed.get(p) != null);
  }

  /** The group must have no members. */
  void commitBeginning(int partitions) {
    Map<TopicPartition, OffsetSpec> earliest = new HashMap<>();
    partitions(partitions).forEach(p -> earliest.put(p, OffsetSpec.earliest()));
    Map<TopicPartition, OffsetAndMetadata> beginnings = new HashMap<>();
    answer(admin.listOffsets(earliest).all())
        .forEach((p, found) -> beginnings.put(p, new OffsetAndMetadata(found.offset())));
    answer(admin.alterConsumerGroupOffsets(group, beginnings).all());
  }

  /** Static members stay in a group after their end; offsets are set on an empty group only. */
  void removeMembers() {
    boolean known =
        answer(admin.listGroups().all()).stream().anyMatch(g -> g.groupId().equals(group));
    if (known && !members().isEmpty()) {
      answer(
          admin
              .removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
              .all());
    }
  }

  private Collection<MemberDescription> members() {
    return requireNonNull(answer(admin.describeConsumerGroups(List.of(group)).all()).get(group))
        .members();
  }

  /**
   * Lets the other instances take over this one's partitions now instead of after its session's
   * end. A single instance keeps its membership, so it reads again at once when it comes back.
   */
  void leaveToOthers(String member) {
    boolean others =
        members().stream().anyMatch(other -> !other.groupInstanceId().equals(Optional.of(member)));
    if (others) {
      answer(
          admin
              .removeMembersFromConsumerGroup(
                  group,
                  new RemoveMembersFromConsumerGroupOptions(Set.of(new MemberToRemove(member))))
              .all());
    }
  }

  /**
   * The read position is queried before the written one, so that nothing counts as read too early.
   */
  Backlog backlog(int partitions) {
    Map<TopicPartition, OffsetAndMetadata> committed =
        answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    partitions(partitions).forEach(p -> latest.put(p, OffsetSpec.latest()));
    var ends = answer(admin.listOffsets(latest).all());
    return new Backlog(
        partitions(partitions).stream().map(p -> requireNonNull(ends.get(p)).offset()).toList(),
        partitions(partitions).stream()
            .map(committed::get)
            .map(at -> at == null ? 0L : at.offset())
            .toList());
  }

  private List<TopicPartition> partitions(int count) {
    return IntStream.range(0, count).mapToObj(p -> new TopicPartition(topic, p)).toList();
  }

  private static <T> T answer(KafkaFuture<T> future) {
    try {
      return future.get(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the broker does not answer", e);
    }
  }
}
