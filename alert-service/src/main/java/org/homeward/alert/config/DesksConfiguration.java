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
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.publication.Publication;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.OwnDocuments;
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
  GuardedDocuments<Desk> desks(OwnDocuments documents) {
    return documents.of("desks", Desk.class);
  }

  @Bean
  AtOpening desksOpening(GuardedDocuments<Desk> desks) {
    return desks::prepare;
  }

  @Bean
  RevokeDesk revokeDesk(GuardedDocuments<Desk> desks, Clock clock) {
    return new RevokeDesk(desks, clock);
  }

  @Bean(destroyMethod = "")
  Publication<Desk> deskPublication(GuardedDocuments<Desk> desks, EndsLog endsLog) {
    return new Publication<>("desks", desks, List.of(endsLog.drain(AlertEnds::desk)));
  }

  @Bean
  Background deskPublishing(Publication<Desk> deskPublication) {
    return new Background(deskPublication::start, deskPublication::close);
  }

  @Bean
  RecogniseDesk recogniseDesk(GuardedDocuments<Desk> desks, Clock clock) {
    return new RecogniseDesk(desks, clock);
  }

  @Bean
  DesksController desksController(
      GuardedDocuments<Desk> desks, RevokeDesk revokeDesk, NodeSettings node, Clock clock) {
    return new DesksController(
        new RegisterDesk(desks, clock),
        revokeDesk,
        new ListDesks(desks),
        requireNonNull(node.country()),
        clock);
  }
}
