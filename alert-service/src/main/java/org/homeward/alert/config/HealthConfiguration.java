package org.homeward.alert.config;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.apache.kafka.clients.admin.Admin;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.publication.Publication;
import org.homeward.durable.reader.TopicReader;
import org.homeward.frame.health.Indicators;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One indicator for each thing that can stand still; every part's loops are in them. */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {

  @Bean
  HealthIndicator readerHealthIndicator(TopicReader casesReader) {
    return Indicators.readers(casesReader);
  }

  @Bean
  HealthIndicator publicationHealthIndicator(
      ObjectProvider<Publication<?>> publications, Clock clock) {
    return Indicators.publications(
        clock, publications.orderedStream().toArray(Publication<?>[]::new));
  }

  @Bean
  HealthIndicator alarmsHealthIndicator(ObjectProvider<Alarms> alarms) {
    return Indicators.alarms(alarms.orderedStream().toArray(Alarms[]::new));
  }

  @Bean
  HealthIndicator storeHealthIndicator(MongoDatabase database) {
    return Indicators.store(database);
  }

  @Bean
  HealthIndicator brokerHealthIndicator(Admin broker) {
    return Indicators.broker(broker, "nothing is lost meanwhile");
  }
}
