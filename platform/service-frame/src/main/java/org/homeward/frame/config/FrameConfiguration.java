package org.homeward.frame.config;

import java.time.Clock;
import java.time.Duration;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.store.Incarnation;
import org.homeward.frame.broker.FrameBrokerConfiguration;
import org.homeward.frame.evidence.FrameEvidenceConfiguration;
import org.homeward.frame.health.FrameHealthConfiguration;
import org.homeward.frame.node.ClockSettings;
import org.homeward.frame.node.NodeKey;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.node.ServiceName;
import org.homeward.frame.operate.FrameMetricsConfiguration;
import org.homeward.frame.recovery.FrameRecoveryConfiguration;
import org.homeward.frame.store.FrameStoreConfiguration;
import org.homeward.schema.event.EventCodec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole frame: a service imports this and declares its {@link ServiceName}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({NodeSettings.class, ClockSettings.class})
@Import({
  FrameStoreConfiguration.class,
  FrameEvidenceConfiguration.class,
  FrameRecoveryConfiguration.class,
  FrameBrokerConfiguration.class,
  FrameMetricsConfiguration.class,
  FrameHealthConfiguration.class
})
public class FrameConfiguration {

  @Bean
  Clock clock(ClockSettings settings) {
    Clock exact = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    return Clock.offset(exact, settings.clockOffset());
  }

  @Bean
  Incarnation incarnation(NodeSettings node) {
    return Incarnation.read(node.data().resolve("incarnation"));
  }

  @Bean
  DerivedIds derivedIds(NodeSettings node) {
    return new DerivedIds(NodeKey.in(node.data()));
  }

  @Bean
  EventCodec eventCodec(NodeSettings node, ServiceName service, Clock clock) {
    return new EventCodec(node.node(), service.name(), clock);
  }
}
