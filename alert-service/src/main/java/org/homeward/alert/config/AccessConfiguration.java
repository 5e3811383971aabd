package org.homeward.alert.config;

import org.homeward.alert.desks.RecogniseDesk;
import org.homeward.alert.web.DeskSecurity;
import org.homeward.alert.web.StoreProblems;
import org.homeward.face.FaceConfiguration;
import org.homeward.face.access.Permissions;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.face.problem.ProblemMapping;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Who may call what: people by token and role, desks by their key. */
@Configuration(proxyBeanMethods = false)
@Import(FaceConfiguration.class)
public class AccessConfiguration {

  @Bean
  Permissions permissions() {
    return Permissions.of(
        Permit.of(HttpMethod.POST, "/api/v1/desks", Role.ADMIN),
        Permit.of(HttpMethod.GET, "/api/v1/desks", Role.ADMIN),
        Permit.of(HttpMethod.GET, "/api/v1/desks/{id}", Role.ADMIN),
        Permit.of(HttpMethod.POST, "/api/v1/desks/{id}/revoke", Role.ADMIN));
  }

  @Bean
  @Order(1)
  SecurityFilterChain deskSecurity(HttpSecurity http, RecogniseDesk recogniseDesk) {
    return DeskSecurity.chain(http, recogniseDesk);
  }

  @Bean
  ProblemMapping storeProblems() {
    return new StoreProblems();
  }
}
