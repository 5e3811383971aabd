package org.homeward.intake.config;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.bson.Document;
import org.homeward.durable.Loop;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.publication.Publication;
import org.homeward.intake.cases.Case;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an administrator sees of intake at 3 a.m., each with what to do. */
@Configuration(proxyBeanMethods = false)
class WatchConfiguration {

  private static final Duration LATE = Duration.ofSeconds(30);

  @Bean
  HealthIndicator storeHealthIndicator(MongoDatabase database) {
    return () ->
        answering(
            () -> {
              database.runCommand(new Document("ping", 1));
              return Health.up().build();
            });
  }

  @Bean
  HealthIndicator publicationHealthIndicator(Publication<Case> publication, Clock clock) {
    return () ->
        answering(
            () -> {
              boolean late = pendingFor(publication, clock).compareTo(LATE) > 0;
              return publication.loop().isHealthy() && !late
                  ? Health.up().build()
                  : down("changes wait for the broker: see that Kafka runs and is reached");
            });
  }

  @Bean
  HealthIndicator alarmsHealthIndicator(Alarms alarms) {
    return () -> loop(alarms.loop());
  }

  @Bean
  Gauge oldestPending(MeterRegistry meters, Publication<Case> publication, Clock clock) {
    return Gauge.builder(
            "homeward.publication.oldest.pending",
            () -> pendingFor(publication, clock).toMillis() / 1000.0)
        .baseUnit("seconds")
        .description("age of the oldest change that is not published")
        .register(meters);
  }

  @Bean
  Republish republish(Publication<Case> publication) {
    return new Republish(publication);
  }

  /** For a reader that lost its place: publishes the present state of every case. */
  @Endpoint(id = "republish")
  static final class Republish {

    private final Publication<Case> publication;

    Republish(Publication<Case> publication) {
      this.publication = publication;
    }

    @WriteOperation
    public Map<String, Integer> all() {
      return Map.of("published", publication.republishAll());
    }
  }

  private static Health loop(Loop loop) {
    return loop.isHealthy()
        ? Health.up().build()
        : down(loop.name() + " fails: see that the store answers");
  }

  private static Health answering(Supplier<Health> question) {
    try {
      return question.get();
    } catch (MongoException e) {
      return down("the store does not answer: see that it runs and is reached");
    }
  }

  private static Health down(String todo) {
    return Health.down().withDetail("todo", todo).build();
  }

  private static Duration pendingFor(Publication<Case> publication, Clock clock) {
    Instant now = clock.instant();
    return Duration.between(publication.oldestPending().orElse(now), now);
  }
}
