package org.homeward.durable.publication;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.bson.Document;

/**
 * Binds a service's database to its node, its Kafka cluster and its topic, so that a database is
 * never continued with another one.
 */
public final class DatabaseClaim {

  private static final String MARKER = "node";
  private static final int PARTITIONS = 3;
  private static final int LOOKS = 10;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  /** The time after which a record, erased content included, is on no topic any more. */
  public static final Duration GONE_AFTER = Duration.ofDays(8);

  /**
   * Never compacted, because a topic carries several aggregates per key. Kafka deletes whole
   * segments, when the newest record in one is seven days old: without half a day's segments the
   * oldest would live for fourteen.
   */
  private static final Map<String, String> CONFIGURATION =
      Map.of(
          "cleanup.policy", "delete",
          "retention.ms", text(Duration.ofDays(7)),
          "segment.ms", text(Duration.ofHours(12)));

  private DatabaseClaim() {}

  /** The database belongs to something else than what was found. */
  public static final class Mismatch extends RuntimeException {
    Mismatch(String what) {
      super(
          what
              + " is not the one this database was made with. Start the service with the store and"
              + " broker that belong together, or see docs/operations.md, 'a database meets another"
              + " broker'.");
    }
  }

  /**
   * Creates the topics at the first start and remembers them; refuses others later.
   *
   * @param node the slug of the node
   * @param own the topic that only this service writes
   * @param poison the node's topic of unreadable records
   */
  public static void claim(
      MongoDatabase database, Admin admin, String node, String own, String poison) {
    claim(database, admin, node, own, poison, false);
  }

  /**
   * The same.
   *
   * @param restored somebody has restored the database, and means this broker: it is remembered
   *     instead of the one before
   */
  public static void claim(
      MongoDatabase database,
      Admin admin,
      String node,
      String own,
      String poison,
      boolean restored) {
    MongoCollection<Document> markers = database.getCollection("markers");
    Document marker = markers.find(eq("_id", MARKER)).first();
    String cluster = answer(admin.describeCluster().clusterId());
    if (marker == null) {
      create(admin, own);
      create(admin, poison);
      markers.insertOne(
          new Document("_id", MARKER)
              .append("node", node)
              .append("cluster", cluster)
              .append("topic", own)
              .append("topicId", topicId(admin, own).orElseThrow(DatabaseClaim::notSeenYet)));
      return;
    }
    refuseOther("the node", marker.getString("node"), node);
    if (restored) {
      create(admin, own);
      create(admin, poison);
      markers.updateOne(
          eq("_id", MARKER),
          combine(
              set("cluster", cluster),
              set("topicId", topicId(admin, own).orElseThrow(DatabaseClaim::notSeenYet))));
      return;
    }
    refuseOther("the Kafka cluster", marker.getString("cluster"), cluster);
    refuseOther("the topic", marker.getString("topicId"), knownTopicId(admin, own));
  }

  /** A broker that just came back may learn of a topic a moment later than the others. */
  private static String knownTopicId(Admin admin, String topic) {
    Optional<String> id = topicId(admin, topic);
    for (int i = 0; id.isEmpty() && i < LOOKS; i++) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      id = topicId(admin, topic);
    }
    return id.orElse("none");
  }

  private static String text(Duration duration) {
    return Long.toString(duration.toMillis());
  }

  private static void create(Admin admin, String topic) {
    if (topicId(admin, topic).isPresent()) {
      return;
    }
    var fresh = new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty());
    try {
      answer(admin.createTopics(List.of(fresh.configs(CONFIGURATION))).all());
    } catch (IllegalStateException e) {
      if (!(e.getCause() instanceof ExecutionException made
          && made.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private static Optional<String> topicId(Admin admin, String topic) {
    try {
      var described = answer(admin.describeTopics(List.of(topic)).allTopicNames());
      return Optional.of(Objects.requireNonNull(described.get(topic)).topicId().toString());
    } catch (IllegalStateException e) {
      if (e.getCause() instanceof ExecutionException asked
          && asked.getCause() instanceof UnknownTopicOrPartitionException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** A new topic can be unknown for a moment on a cluster of several brokers. */
  private static IllegalStateException notSeenYet() {
    return new IllegalStateException("the new topic is not seen yet");
  }

  private static void refuseOther(String what, String expected, String found) {
    if (!expected.equals(found)) {
      throw new Mismatch(what);
    }
  }

  private static <T> T answer(KafkaFuture<T> future) {
    try {
      return future.get(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the broker does not answer", e);
    }
  }
}
