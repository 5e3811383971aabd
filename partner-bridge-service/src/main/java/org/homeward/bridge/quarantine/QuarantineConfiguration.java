package org.homeward.bridge.quarantine;

import java.time.Clock;
import org.homeward.durable.Aggregate;
import org.homeward.frame.store.Aggregates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether words may go to partners after a restore. */
@Configuration(proxyBeanMethods = false)
public class QuarantineConfiguration {

  @Bean
  Aggregate<Quarantine> quarantines(Aggregates aggregates) {
    return aggregates.of("quarantine", Quarantine.class).declared();
  }

  @Bean
  KeepQuarantine quarantine(Aggregate<Quarantine> quarantines, Clock clock) {
    return new KeepQuarantine(quarantines.documents(), clock);
  }

  @Bean
  QuarantineController quarantineController(KeepQuarantine quarantine) {
    return new QuarantineController(quarantine);
  }
}
