package org.homeward.alert.config;

import java.time.Clock;
import org.homeward.alert.desks.Desk;
import org.homeward.alert.desks.ListDesks;
import org.homeward.alert.desks.RecogniseDesk;
import org.homeward.alert.desks.RegisterDesk;
import org.homeward.alert.desks.RevokeDesk;
import org.homeward.alert.web.DesksController;
import org.homeward.durable.document.GuardedDocuments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Police desks and their keys. */
@Configuration(proxyBeanMethods = false)
public class DesksConfiguration {

  @Bean
  RecogniseDesk recogniseDesk(GuardedDocuments<Desk> desks, Clock clock) {
    return new RecogniseDesk(desks, clock);
  }

  @Bean
  DesksController desksController(GuardedDocuments<Desk> desks, NodeSettings node, Clock clock) {
    return new DesksController(
        new RegisterDesk(desks, clock),
        new RevokeDesk(desks, clock),
        new ListDesks(desks),
        node.country(),
        clock);
  }
}
