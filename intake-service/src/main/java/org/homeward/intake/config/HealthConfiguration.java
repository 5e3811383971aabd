package org.homeward.intake.config;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.apache.kafka.clients.admin.Admin;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.publication.Publication;
import org.homeward.durable.reader.TopicReader;
import org.homeward.frame.health.Indicators;
import org.homeward.intake.cases.KeptCase;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One indicator for each thing that can stand still, with what to do about it. */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {

  @Bean
  HealthIndicator storeHealthIndicator(MongoDatabase database) {
    return Indicators.store(database);
  }

  @Bean
  HealthIndicator brokerHealthIndicator(Admin broker) {
    return Indicators.broker(broker, "reports are taken meanwhile");
  }

  @Bean
  HealthIndicator publicationHealthIndicator(Clock clock, Publication<KeptCase> publication) {
    return Indicators.publications(clock, publication);
  }

  @Bean
  HealthIndicator readerHealthIndicator(TopicReader handoversReader, TopicReader alertsReader) {
    return Indicators.readers(handoversReader, alertsReader);
  }

  @Bean
  HealthIndicator alarmsHealthIndicator(Alarms alarms) {
    return Indicators.alarms(alarms);
  }
}
