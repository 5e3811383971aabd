package org.homeward.intake.config;

import java.time.Clock;
import java.time.Duration;
import org.homeward.durable.document.Incarnation;
import org.homeward.schema.event.EventCodec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the node is: time, restores, the form of its events. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({NodeSettings.class, IntakeSettings.class})
public class NodeConfiguration {

  @Bean
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
  }

  @Bean
  Incarnation incarnation(NodeSettings node) {
    return Incarnation.read(node.data().resolve("incarnation"));
  }

  @Bean
  EventCodec eventCodec(NodeSettings node, Clock clock) {
    return new EventCodec(node.node(), "intake", clock);
  }
}
