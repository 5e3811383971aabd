package org.homeward.alert.config;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import org.homeward.alert.authorities.Authority;
import org.homeward.alert.authorities.ReadAuthorities;
import org.homeward.alert.authorities.RegisterAuthority;
import org.homeward.alert.authorities.RevokeAuthority;
import org.homeward.alert.restoring.AlertEnds;
import org.homeward.alert.web.AuthoritiesController;
import org.homeward.durable.Aggregate;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.store.Aggregates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The register of authorities. */
@Configuration(proxyBeanMethods = false)
public class AuthoritiesConfiguration {

  static List<Permit> permits() {
    return List.of(
        Permit.of(HttpMethod.POST, "/api/v1/authorities", Role.ADMIN),
        Permit.of(
            HttpMethod.GET,
            "/api/v1/authorities",
            Role.SUPERVISOR,
            Role.AUTHORITY,
            Role.DPO,
            Role.ADMIN),
        Permit.of(
            HttpMethod.GET,
            "/api/v1/authorities/{id}",
            Role.SUPERVISOR,
            Role.AUTHORITY,
            Role.DPO,
            Role.ADMIN),
        Permit.of(HttpMethod.POST, "/api/v1/authorities/{id}/revoke", Role.ADMIN));
  }

  @Bean
  Aggregate<Authority> authorities(Aggregates aggregates, EndsLog endsLog) {
    return aggregates
        .of("authorities", Authority.class)
        .publishedTo(endsLog.drain(AlertEnds::authority))
        .declared();
  }

  @Bean
  RevokeAuthority revokeAuthority(Aggregate<Authority> authorities, Clock clock) {
    return new RevokeAuthority(authorities.documents(), clock);
  }

  @Bean
  AuthoritiesController authoritiesController(
      Aggregate<Authority> authorities,
      RevokeAuthority revokeAuthority,
      NodeSettings node,
      Clock clock) {
    return new AuthoritiesController(
        new RegisterAuthority(authorities.documents(), requireNonNull(node.country()), clock),
        revokeAuthority,
        new ReadAuthorities(authorities.documents()),
        clock);
  }
}
