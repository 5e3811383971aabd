package org.homeward.peers.reports;

import java.time.Clock;
import org.apache.kafka.clients.admin.NewTopic;
import org.homeward.peers.PeerSettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.events.EventExternalizationConfiguration;
import org.springframework.modulith.events.RoutingTarget;
import tools.jackson.databind.json.JsonMapper;

@Configuration
class ReportsConfiguration {
  private static final int PARTITIONS = 3;

  @Bean
  Reports reports(JdbcTemplate jdbc, JsonMapper json, ApplicationEventPublisher events) {
    return new Reports(jdbc, json, events, Clock.systemUTC());
  }

  @Bean
  NewTopic reportsTopic(PeerSettings settings) {
    return new NewTopic(settings.topic(), PARTITIONS, (short) 1);
  }

  @Bean
  EventExternalizationConfiguration externalization(PeerSettings settings) {
    return EventExternalizationConfiguration.externalizing()
        .select(event -> event instanceof ReportAccepted)
        .route(
            ReportAccepted.class,
            accepted -> RoutingTarget.forTarget(settings.topic()).andKey(accepted.id().toString()))
        .build();
  }
}
