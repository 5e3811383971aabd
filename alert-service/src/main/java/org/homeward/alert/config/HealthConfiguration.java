package org.homeward.alert.config;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
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

  @Bean
  HealthIndicator readerHealthIndicator(TopicReader casesReader) {
    return () -> reader(casesReader.state());
  }

  @Bean
  HealthIndicator sweepHealthIndicator(Publication<PoliceNotice> publication) {
    return () -> loop(publication.loop());
  }

  @Bean
  HealthIndicator copyAlarmsHealthIndicator(Alarms copyAlarms) {
    return () -> loop(copyAlarms.loop());
  }

  @Bean
  HealthIndicator noticeAlarmsHealthIndicator(Alarms noticeAlarms) {
    return () -> loop(noticeAlarms.loop());
  }

  @Bean
  HealthIndicator storeHealthIndicator(MongoDatabase database) {
    return () -> {
      try {
        database.runCommand(new Document("ping", 1));
        return Health.up().build();
      } catch (MongoException e) {
        return down("Start the store, or correct HOMEWARD_STORE_URI.");
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
              .withDetail("what to do", "Wait; if it stays, start intake and the broker.")
              .build();
      case ReaderState.Retrying(String cause, int attempts) ->
          Health.outOfService()
              .withDetail("cause", cause)
              .withDetail("attempts", attempts)
              .withDetail("what to do", "Repair the cause; the record comes again by itself.")
              .build();
      case ReaderState.Stopped(String reason) ->
          Health.down()
              .withDetail("reason", reason)
              .withDetail(
                  "what to do",
                  "Records of cases may be lost: POST accept-gap to /actuator/reader here, then"
                      + " POST to /actuator/republish of intake.")
              .build();
    };
  }

  private static Health loop(Loop loop) {
    return loop.isHealthy()
        ? Health.up().build()
        : Health.down()
            .withDetail("failures", loop.failures())
            .withDetail("what to do", "Look at store and broker; it tries again by itself.")
            .build();
  }

  private static Health down(String whatToDo) {
    return Health.down().withDetail("what to do", whatToDo).build();
  }
}
