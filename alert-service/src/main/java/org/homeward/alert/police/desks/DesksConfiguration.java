package org.homeward.alert.police.desks;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.homeward.durable.Aggregate;
import org.homeward.durable.publication.Drain;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Police desks and their keys. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DemoDeskSettings.class)
public class DesksConfiguration {

  public static List<Permit> permits() {
    return List.of(
        Permit.of(HttpMethod.POST, "/api/v1/desks", Role.ADMIN),
        Permit.of(HttpMethod.GET, "/api/v1/desks", Role.ADMIN),
        Permit.of(HttpMethod.GET, "/api/v1/desks/{id}", Role.ADMIN),
        Permit.of(HttpMethod.POST, "/api/v1/desks/{id}/revoke", Role.ADMIN));
  }

  @Bean
  Aggregate<Desk> desks(Aggregates aggregates, Drain<Desk> deskEnds) {
    return aggregates.of("desks", Desk.class).publishedTo(deskEnds).declared();
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
  Background demoDesk(
      DemoDeskSettings settings, Aggregate<Desk> desks, NodeSettings node, Clock clock) {
    var demo = new DemoDesk(desks.documents(), requireNonNull(node.country()), clock);
    String id = settings.demoDesk();
    return new Background(() -> Optional.ofNullable(id).ifPresent(demo::open), () -> {});
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
