package org.homeward.intake.config;

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
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.publication.Publication;
import org.homeward.intake.cases.Case;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One indicator for each thing that can stand still, with what to do about it. */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {

  private static final int BROKER_SECONDS = 2;
  private static final Duration LATE = Duration.ofSeconds(30);
  private static final String NO_STORE = "Start the store, or correct HOMEWARD_STORE_URI.";

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
        return down("Start the broker, or correct HOMEWARD_KAFKA; reports are taken meanwhile.");
      }
    };
  }

  @Bean
  HealthIndicator publicationHealthIndicator(Publication<Case> publication, Clock clock) {
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
  HealthIndicator alarmsHealthIndicator(Alarms alarms) {
    return () ->
        alarms.loop().isHealthy()
            ? Health.up().build()
            : down("Reviews of held reports are late: see that the store answers.");
  }

  private static Health down(String whatToDo) {
    return Health.down().withDetail("whatToDo", whatToDo).build();
  }
}
