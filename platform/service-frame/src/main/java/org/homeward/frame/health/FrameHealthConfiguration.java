package org.homeward.frame.health;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.homeward.durable.Aggregate;
import org.homeward.durable.reader.TopicReader;
import org.homeward.frame.node.NodeSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One indicator for each thing that can stand still in any service. */
@Configuration(proxyBeanMethods = false)
public class FrameHealthConfiguration {

  @Bean
  HealthIndicator storeHealthIndicator(MongoDatabase database) {
    return Indicators.store(database);
  }

  @Bean
  HealthIndicator clockHealthIndicator(MongoDatabase database, Clock clock) {
    return Indicators.clock(database, clock);
  }

  @Bean
  HealthIndicator brokerHealthIndicator(Admin broker) {
    return Indicators.broker(broker);
  }

  @Bean
  HealthIndicator publicationHealthIndicator(ObjectProvider<Aggregate<?>> all) {
    return Indicators.publications(() -> all.orderedStream().toList());
  }

  @Bean
  HealthIndicator alarmsHealthIndicator(ObjectProvider<Aggregate<?>> all) {
    return Indicators.alarms(() -> all.orderedStream().toList());
  }

  @Bean
  HealthIndicator readerHealthIndicator(ObjectProvider<TopicReader> readers) {
    return Indicators.readers(() -> readers.orderedStream().toList());
  }

  @Bean
  HealthIndicator diskSpaceHealthIndicator(NodeSettings node) {
    return Indicators.disk(node.data());
  }

  @Bean
  HealthIndicator loopsHealthIndicator() {
    return Indicators.loops();
  }

  @Bean
  HealthController healthController(
      Map<String, HealthIndicator> indicators, ObjectProvider<TopicReader> readers) {
    return new HealthController(indicators, () -> readers.orderedStream().toList());
  }
}
