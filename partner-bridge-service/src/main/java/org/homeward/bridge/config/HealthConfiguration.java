package org.homeward.bridge.config;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.apache.kafka.clients.admin.Admin;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.partners.Partners;
import org.homeward.durable.Loop;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.publication.Publication;
import org.homeward.durable.reader.TopicReader;
import org.homeward.frame.health.Indicators;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One indicator for each thing that can stand still, with what to do about it. */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {

  private static final String WHAT_TO_DO = "whatToDo";

  @Bean
  HealthIndicator storeHealthIndicator(MongoDatabase database) {
    return Indicators.store(database);
  }

  @Bean
  HealthIndicator brokerHealthIndicator(Admin broker) {
    return Indicators.broker(broker, "partners are answered meanwhile");
  }

  @Bean
  HealthIndicator publicationHealthIndicator(Clock clock, Publication<Handover> publication) {
    return Indicators.publications(clock, publication);
  }

  @Bean
  HealthIndicator readerHealthIndicator(TopicReader casesReader, TopicReader alertsReader) {
    return Indicators.readers(casesReader, alertsReader);
  }

  @Bean
  HealthIndicator alarmsHealthIndicator(Alarms handoverAlarms, Alarms copyAlarms) {
    return Indicators.alarms(handoverAlarms, copyAlarms);
  }

  @Bean
  HealthIndicator registryHealthIndicator(Partners partners, Loop registryLoop, Clock clock) {
    return () -> {
      if (!registryLoop.isHealthy()) {
        return down("registry-not-read", "See that the store answers.");
      }
      if (!partners.trouble().isEmpty()) {
        return down(
            partners.trouble(),
            "Put a signed registry.jws, not older than the last one, at HOMEWARD_REGISTRY; it is"
                + " read by itself.");
      }
      return partners.isExpired(clock.instant())
          ? down(
              "registry-expired",
              "Put a newer registry.jws in place: offers, releases and sightings wait; stops and"
                  + " recalls go on.")
          : Health.up().build();
    };
  }

  private static Health down(String reason, String whatToDo) {
    return Health.down().withDetail("reason", reason).withDetail(WHAT_TO_DO, whatToDo).build();
  }
}
