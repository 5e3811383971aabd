package org.homeward.intake.lifts;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.homeward.durable.Aggregate;
import org.homeward.frame.store.Aggregates;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Freezes are lifted and brakes answered. */
@Configuration(proxyBeanMethods = false)
public class LiftsConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(RingForBrake.class);

  @Bean
  RingForBrake ringForBrake(Aggregate<KeptCase> cases, MeterRegistry metrics, Clock clock) {
    Counter rings = metrics.counter("homeward.brake.rings"); // there is a number before one rings
    return new RingForBrake(
        cases.documents(),
        id -> {
          rings.increment();
          LOG.warn("a partner's brake of case {} waits for a supervisor", id);
        },
        clock);
  }

  @Bean
  Aggregate<NodeStop> nodeStops(Aggregates aggregates) {
    return aggregates.of("node-stops", NodeStop.class).declared();
  }

  @Bean
  FollowNodeStop followNodeStop(Aggregate<NodeStop> nodeStops) {
    return new FollowNodeStop(nodeStops.documents());
  }

  @Bean
  LiftsController liftsController(
      LookAtCase lookAtCase, ChangeCase changeCase, FollowNodeStop followNodeStop) {
    return new LiftsController(lookAtCase, changeCase, followNodeStop);
  }
}
