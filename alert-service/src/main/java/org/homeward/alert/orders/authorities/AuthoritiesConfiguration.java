package org.homeward.alert.orders.authorities;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.homeward.alert.registers.ConfirmEntry;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.publication.Drain;
import org.homeward.durable.publication.EventTopic;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.homeward.schema.event.EventCodec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The register of authorities. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DemoAuthoritySettings.class)
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
        Permit.of(HttpMethod.POST, "/api/v1/authorities/{id}/confirm", Role.SUPERVISOR),
        Permit.of(HttpMethod.POST, "/api/v1/authorities/{id}/revoke", Role.ADMIN));
  }

  @Bean
  Aggregate<Authority> authorities(
      Aggregates aggregates,
      Drain<Authority> authorityEnds,
      EventTopic ownTopic,
      EventCodec codec,
      NodeSettings node) {
    var topic = new AuthorityTopic(codec, node.node());
    return aggregates
        .of("authorities", Authority.class)
        .publishedTo(authorityEnds, ownTopic.drain(topic::render))
        .declared();
  }

  @Bean
  AtOpening earlierAuthoritiesOpening(Aggregate<Authority> authorities) {
    return new TellOfEarlierAuthorities(authorities.documents())::tell;
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
  Background demoAuthority(
      DemoAuthoritySettings settings,
      Aggregate<Authority> authorities,
      RevokeAuthority revokeAuthority,
      DerivedIds ids,
      NodeSettings node,
      Clock clock) {
    var demo =
        new DemoAuthority(authorities.documents(), ids, requireNonNull(node.country()), clock);
    return new Background(
        () -> {
          if (!settings.demo()) {
            demo.revoke(revokeAuthority);
          } else if (!settings.persons().isEmpty()) {
            demo.enter(settings.persons());
          }
        },
        () -> {});
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
        new ConfirmEntry<>(authorities.documents(), AuthoritiesConfiguration::confirmed),
        revokeAuthority,
        readAuthorities,
        clock);
  }

  private static Edit<Authority> confirmed(Guarded<Authority> read, String by, Instant now) {
    Authority next = read.state().confirmed(by, now);
    return next.confirmed() == null ? Edit.of(next, by) : Edit.of(next, by, Authority.CONFIRMED);
  }
}
