package org.homeward.alert.config;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import org.homeward.alert.desks.Desk;
import org.homeward.alert.desks.ListDesks;
import org.homeward.alert.desks.RecogniseDesk;
import org.homeward.alert.desks.RegisterDesk;
import org.homeward.alert.desks.RevokeDesk;
import org.homeward.alert.restoring.AlertEnds;
import org.homeward.alert.web.DesksController;
import org.homeward.durable.Aggregate;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.store.Aggregates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Police desks and their keys. */
@Configuration(proxyBeanMethods = false)
public class DesksConfiguration {

  static List<Permit> permits() {
    return List.of(
        Permit.of(HttpMethod.POST, "/api/v1/desks", Role.ADMIN),
        Permit.of(HttpMethod.GET, "/api/v1/desks", Role.ADMIN),
        Permit.of(HttpMethod.GET, "/api/v1/desks/{id}", Role.ADMIN),
        Permit.of(HttpMethod.POST, "/api/v1/desks/{id}/revoke", Role.ADMIN));
  }

  @Bean
  Aggregate<Desk> desks(Aggregates aggregates, EndsLog endsLog) {
    return aggregates
        .of("desks", Desk.class)
        .publishedTo(endsLog.drain(AlertEnds::desk))
        .declared();
  }

  @Bean
  RevokeDesk revokeDesk(Aggregate<Desk> desks, Clock clock) {
    return new RevokeDesk(desks.documents(), clock);
  }

  @Bean
  RecogniseDesk recogniseDesk(Aggregate<Desk> desks, Clock clock) {
    return new RecogniseDesk(desks.documents(), clock);
  }

  @Bean
  DesksController desksController(
      Aggregate<Desk> desks, RevokeDesk revokeDesk, NodeSettings node, Clock clock) {
    return new DesksController(
        new RegisterDesk(desks.documents(), clock),
        revokeDesk,
        new ListDesks(desks.documents()),
        requireNonNull(node.country()),
        clock);
  }
}
