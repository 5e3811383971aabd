package org.homeward.intake.desks;

import java.time.Clock;
import org.homeward.durable.Aggregate;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.store.Aggregates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Copies of the desks that alert owns. */
@Configuration(proxyBeanMethods = false)
public class DesksConfiguration {

  @Bean
  Aggregate<DeskCopy> deskCopies(Aggregates aggregates) {
    return aggregates.of("desk-copies", DeskCopy.class).declared();
  }

  @Bean
  FollowDesk followDesk(Aggregate<DeskCopy> deskCopies, Clock clock) {
    return new FollowDesk(deskCopies.documents(), clock);
  }

  @Bean
  AddressRelease addressRelease(Aggregate<DeskCopy> deskCopies, NodeSettings node, Clock clock) {
    return new AddressRelease(deskCopies.documents(), node.node(), clock);
  }

  @Bean
  DeskTasks deskTasks(Aggregate<DeskCopy> deskCopies) {
    return new DeskTasks(new CheckDesks(deskCopies.documents()));
  }

  @Bean
  DeskTasksController deskTasksController(Aggregate<DeskCopy> deskCopies, DeskTasks deskTasks) {
    return new DeskTasksController(new CheckDesks(deskCopies.documents()), deskTasks);
  }
}
