package org.homeward.alert.orders.authorities;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import org.homeward.durable.Aggregate;
import org.homeward.durable.publication.Drain;
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

  public static List<Permit> permits() {
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
  Aggregate<Authority> authorities(Aggregates aggregates, Drain<Authority> authorityEnds) {
    return aggregates.of("authorities", Authority.class).publishedTo(authorityEnds).declared();
  }

  @Bean
  ReadAuthorities readAuthorities(Aggregate<Authority> authorities) {
    return new ReadAuthorities(authorities.documents());
  }

  @Bean
  RevokeAuthority revokeAuthority(Aggregate<Authority> authorities, Clock clock) {
    return new RevokeAuthority(authorities.documents(), clock);
  }

  @Bean
  AuthoritiesController authoritiesController(
      Aggregate<Authority> authorities,
      RevokeAuthority revokeAuthority,
      ReadAuthorities readAuthorities,
      NodeSettings node,
      Clock clock) {
    return new AuthoritiesController(
        new RegisterAuthority(authorities.documents(), requireNonNull(node.country()), clock),
        revokeAuthority,
        readAuthorities,
        clock);
  }
}
