package org.homeward.alert.config;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.homeward.alert.notices.PoliceNotice;
import org.homeward.durable.Loop;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.publication.Publication;
import org.homeward.durable.reader.ReaderState;
import org.homeward.durable.reader.TopicReader;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One indicator for each thing that can stand still, with what to do about it. */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {

  private static final int BROKER_SECONDS = 2;
  private static final Duration LATE = Duration.ofSeconds(30);
  private static final String WHAT_TO_DO = "whatToDo";
  private static final String NO_STORE = "Start the store, or correct HOMEWARD_STORE_URI.";

  @Bean
  HealthIndicator readerHealthIndicator(TopicReader casesReader) {
    return () -> reader(casesReader.state());
  }

  @Bean
  HealthIndicator publicationHealthIndicator(Publication<PoliceNotice> publication, Clock clock) {
    return () -> {
      try {
        Instant oldest = publication.oldestPending().orElse(Instant.MAX);
        return publication.loop().isHealthy() && oldest.isAfter(clock.instant().minus(LATE))
            ? Health.up().build()
            : down("Changes wait for the broker: see that Kafka runs and is reached.");
      } catch (MongoException e) {
        return down(NO_STORE);
      }
    };
  }

  @Bean
  HealthIndicator alarmsHealthIndicator(Alarms copyAlarms, Alarms noticeAlarms) {
    return () -> loops(copyAlarms.loop(), noticeAlarms.loop());
  }

  @Bean
  HealthIndicator storeHealthIndicator(MongoDatabase database) {
    return () -> {
      try {
        database.runCommand(new Document("ping", 1));
        return Health.up().build();
      } catch (MongoException e) {
        return down(NO_STORE);
      }
    };
  }

  @Bean
  HealthIndicator brokerHealthIndicator(Admin broker) {
    return () -> {
      try {
        broker.describeCluster().clusterId().get(BROKER_SECONDS, TimeUnit.SECONDS);
        return Health.up().build();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Health.unknown().build();
      } catch (ExecutionException | TimeoutException e) {
        return down("Start the broker, or correct HOMEWARD_KAFKA; nothing is lost meanwhile.");
      }
    };
  }

  static Health reader(ReaderState state) {
    return switch (state) {
      case ReaderState.Reading _ -> Health.up().build();
      case ReaderState.Starting(String waitingFor) ->
          Health.down()
              .withDetail("waitingFor", waitingFor)
              .withDetail(WHAT_TO_DO, "Wait; if it stays, start intake and the broker.")
              .build();
      case ReaderState.Retrying(String cause, int attempts) ->
          Health.outOfService()
              .withDetail("cause", cause)
              .withDetail("attempts", attempts)
              .withDetail(WHAT_TO_DO, "Repair the cause; the record comes again by itself.")
              .build();
      case ReaderState.Stopped(String reason) ->
          Health.down()
              .withDetail("reason", reason)
              .withDetail(
                  WHAT_TO_DO,
                  "Records of cases may be lost: POST accept-gap to /actuator/reader here, then"
                      + " POST to /actuator/republish of intake.")
              .build();
    };
  }

  private static Health loops(Loop... loops) {
    for (Loop loop : loops) {
      if (!loop.isHealthy()) {
        return Health.down()
            .withDetail("failures", loop.failures())
            .withDetail(WHAT_TO_DO, loop.name() + " fails: see that the store answers.")
            .build();
      }
    }
    return Health.up().build();
  }

  private static Health down(String whatToDo) {
    return Health.down().withDetail(WHAT_TO_DO, whatToDo).build();
  }
}
