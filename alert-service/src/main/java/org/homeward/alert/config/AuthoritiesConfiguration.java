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
  GuardedDocuments<Authority> authorities(OwnDocuments documents) {
    return documents.of("authorities", Authority.class);
  }

  @Bean
  AtOpening authoritiesOpening(GuardedDocuments<Authority> authorities) {
    return authorities::prepare;
  }

  @Bean
  RevokeAuthority revokeAuthority(GuardedDocuments<Authority> authorities, Clock clock) {
    return new RevokeAuthority(authorities, clock);
  }

  @Bean(destroyMethod = "")
  Publication<Authority> authorityPublication(
      GuardedDocuments<Authority> authorities, EndsLog endsLog) {
    return new Publication<>(
        "authorities", authorities, List.of(endsLog.drain(AlertEnds::authority)));
  }

  @Bean
  Background authorityPublishing(Publication<Authority> authorityPublication) {
    return new Background(authorityPublication::start, authorityPublication::close);
  }

  @Bean
  AuthoritiesController authoritiesController(
      GuardedDocuments<Authority> authorities,
      RevokeAuthority revokeAuthority,
      NodeSettings node,
      Clock clock) {
    return new AuthoritiesController(
        new RegisterAuthority(authorities, requireNonNull(node.country()), clock),
        revokeAuthority,
        new ReadAuthorities(authorities),
        clock);
  }
}
