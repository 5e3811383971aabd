package org.homeward.frame.health;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.homeward.durable.Aggregate;
import org.homeward.durable.Loop;
import org.homeward.durable.publication.Publication;
import org.homeward.durable.reader.ReaderState;
import org.homeward.durable.reader.TopicReader;
import org.homeward.frame.store.StorePressure;
import org.springframework.boot.health.application.DiskSpaceHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;

/**
 * An indicator for each thing that can stand still, with what to do about it. Beans of them are
 * named {@code storeHealthIndicator} and so on, or Boot does not see them.
 */
public final class Indicators {

  private static final int BROKER_SECONDS = 2;
  private static final Duration LATE = Duration.ofSeconds(30);
  static final String WHAT_TO_DO = "whatToDo";

  /** Of what to do, for pages in other languages. */
  static final String CODE = "code";

  static final String TOPIC = "topic";
  private static final int NEARLY_FULL = 60;
  private static final DataSize LEAST_FREE = DataSize.ofMegabytes(512);
  private static final String MORE_ROOM =
      "Give the embedded store more memory (HOMEWARD_STORE_HEAP) or move to MongoDB: subscriptions"
          + " are refused from 75 % on, new cases from 85 %, those in danger from 93 %.";

  /** A difference that hosts with a time service never reach. */
  private static final Duration WRONG = Duration.ofSeconds(5);

  private static final String SET_CLOCK =
      "Let a time service set the clocks of this host and of the store, and restart the services"
          + " of the host that was wrong.";
  private static final String NO_STORE = "Start the store, or correct HOMEWARD_STORE_URI.";

  private Indicators() {}

  /** Up also while the store fills, because it works; from 60 % on it says what to do. */
  public static HealthIndicator store(MongoDatabase database) {
    return () -> {
      try {
        Document answer = database.runCommand(new Document("ping", 1));
        int full = answer.get(StorePressure.FIELD, 0);
        return full < NEARLY_FULL
            ? Health.up().build()
            : Health.up()
                .withDetail("percentFull", full)
                .withDetail(CODE, "store-fills")
                .withDetail(WHAT_TO_DO, MORE_ROOM)
                .build();
      } catch (MongoException e) {
        return down("start-store", NO_STORE);
      }
    };
  }

  /**
   * Compares the clock of this process with the store's: the store says its time between two looks
   * at the own clock, so however slow the answer is, a clock that is right is never called wrong.
   */
  public static HealthIndicator clock(MongoDatabase database, Clock clock) {
    return () -> {
      try {
        Instant before = clock.instant();
        Date store = database.runCommand(new Document("hello", 1)).getDate("localTime");
        return store == null
            ? Health.unknown().build()
            : clock(before, store.toInstant(), clock.instant());
      } catch (MongoException e) {
        return down("start-store", NO_STORE);
      }
    };
  }

  static Health clock(Instant before, Instant store, Instant after) {
    Duration ahead = Duration.between(store, before);
    Duration behind = Duration.between(after, store);
    if (ahead.compareTo(WRONG) < 0 && behind.compareTo(WRONG) < 0) {
      return Health.up().build();
    }
    return ahead.isPositive()
        ? Health.down()
            .withDetail("secondsAhead", ahead.toSeconds())
            .withDetail(CODE, "set-clock")
            .withDetail(WHAT_TO_DO, SET_CLOCK)
            .build()
        : Health.down()
            .withDetail("secondsBehind", behind.toSeconds())
            .withDetail(CODE, "set-clock")
            .withDetail(WHAT_TO_DO, SET_CLOCK)
            .build();
  }

  public static HealthIndicator broker(Admin broker) {
    return () -> {
      try {
        broker.describeCluster().clusterId().get(BROKER_SECONDS, TimeUnit.SECONDS);
        return Health.up().build();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Health.unknown().build();
      } catch (ExecutionException | TimeoutException e) {
        return down(
            "start-broker",
            "Start the broker, or correct HOMEWARD_KAFKA; what is accepted waits meanwhile.");
      }
    };
  }

  public static HealthIndicator publications(Supplier<List<Aggregate<?>>> aggregates) {
    return () -> {
      for (Publication<?> publication : publicationsOf(aggregates)) {
        Optional<Duration> overdue = publication.overdue();
        if (overdue.isEmpty()) {
          return down("start-store", NO_STORE);
        }
        if (!publication.loop().isHealthy() || overdue.get().compareTo(LATE) >= 0) {
          return down(
              "changes-wait",
              "Changes wait: see that Kafka runs and is reached, and that HOMEWARD_DATA can be"
                  + " written (its disk may be full).");
        }
      }
      return Health.up().build();
    };
  }

  public static HealthIndicator alarms(Supplier<List<Aggregate<?>>> aggregates) {
    return () -> {
      for (Aggregate<?> each : aggregates.get()) {
        Loop loop = each.alarms().loop();
        if (!loop.isHealthy()) {
          return Health.down()
              .withDetail("failing", loop.name())
              .withDetail("failures", loop.failures())
              .withDetail(CODE, "loops-fail")
              .withDetail(WHAT_TO_DO, loop.name() + " fails: see that the store answers.")
              .build();
        }
      }
      return Health.up().build();
    };
  }

  /**
   * Down while the disk under a directory is nearly full. Prometheus warns long before ({@code
   * HomewardDiskFills}); the directory of a node lies on the disk of store and broker, too.
   */
  public static HealthIndicator disk(Path directory) {
    var disk = new DiskSpaceHealthIndicator(directory.toFile(), LEAST_FREE);
    return () -> disk(disk.health(), directory);
  }

  static Health disk(Health asked, Path directory) {
    return asked.getStatus().equals(Status.UP)
        ? Health.up().build()
        : Health.down()
            .withDetail("free", asked.getDetails().getOrDefault("free", 0))
            .withDetail("path", directory.toAbsolutePath())
            .withDetail(CODE, "disk-full")
            .withDetail(
                WHAT_TO_DO,
                "Make room on the disk of HOMEWARD_DATA: docs/operations.md, 'Disk full'.")
            .build();
  }

  /** The background loops of this process; names those whose last turn failed. */
  public static HealthIndicator loops() {
    return () -> {
      List<String> failing =
          Loop.running().stream().filter(loop -> !loop.isHealthy()).map(Loop::name).toList();
      return failing.isEmpty()
          ? Health.up().build()
          : Health.down()
              .withDetail("failing", failing)
              .withDetail(CODE, "loops-fail")
              .withDetail(
                  WHAT_TO_DO,
                  "See that store, broker and disk work; they go on by themselves then.")
              .build();
    };
  }

  /** One indicator for all readers: what is wrong with the worst of them. */
  public static HealthIndicator readers(Supplier<List<TopicReader>> readers) {
    return () ->
        worst(readers.get().stream().map(each -> reader(each.topic(), each.state())).toList());
  }

  private static List<? extends Publication<?>> publicationsOf(
      Supplier<List<Aggregate<?>>> aggregates) {
    return aggregates.get().stream().flatMap(each -> each.publication().stream()).toList();
  }

  static Health worst(List<Health> readers) {
    return readers.stream()
        .filter(health -> health.getStatus().equals(Status.DOWN))
        .findFirst()
        .or(() -> readers.stream().filter(h -> !h.getStatus().equals(Status.UP)).findFirst())
        .orElseGet(() -> Health.up().build());
  }

  static Health reader(String topic, ReaderState state) {
    return switch (state) {
      case ReaderState.Reading _ -> Health.up().build();
      case ReaderState.Starting(String waitingFor) ->
          Health.down()
              .withDetail(TOPIC, topic)
              .withDetail("waitingFor", waitingFor)
              .withDetail(CODE, "reader-waits")
              .withDetail(
                  WHAT_TO_DO, "Wait; if it stays, start " + writer(topic) + " and the broker.")
              .build();
      case ReaderState.Retrying(String cause, int attempts) ->
          Health.outOfService()
              .withDetail(TOPIC, topic)
              .withDetail("cause", cause)
              .withDetail("attempts", attempts)
              .withDetail(CODE, "reader-retries")
              .withDetail(WHAT_TO_DO, "Repair the cause; the record comes again by itself.")
              .build();
      case ReaderState.Stopped(String reason) ->
          Health.down()
              .withDetail(TOPIC, topic)
              .withDetail("reason", reason)
              .withDetail(CODE, "records-lost")
              .withDetail(
                  WHAT_TO_DO,
                  "Records may be lost: POST accept-gap to /actuator/reader here, then POST to"
                      + " /actuator/republish of "
                      + writer(topic)
                      + ".")
              .build();
    };
  }

  /** The service that writes a topic of the node. */
  private static String writer(String topic) {
    return switch (topic.substring(topic.indexOf('.') + 1)) {
      case "cases" -> "intake";
      case "alerts" -> "alert";
      case "handovers" -> "bridge";
      default -> "its writer";
    };
  }

  private static Health down(String code, String whatToDo) {
    return Health.down().withDetail(CODE, code).withDetail(WHAT_TO_DO, whatToDo).build();
  }
}
