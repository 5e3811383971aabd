package org.homeward.alert.config;

import java.util.List;
import java.util.stream.Stream;
import org.homeward.alert.desks.RecogniseDesk;
import org.homeward.alert.web.DeskSecurity;
import org.homeward.face.FaceConfiguration;
import org.homeward.face.access.Permissions;
import org.homeward.face.access.Permit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Who may call what: people by token and role, desks by their key. */
@Configuration(proxyBeanMethods = false)
@Import({FaceConfiguration.class, PlacesConfiguration.class})
public class AccessConfiguration {

  @Bean
  Permissions permissions() {
    return Permissions.of(
        Stream.of(
                DesksConfiguration.permits(),
                SubscriptionsConfiguration.permits(),
                AuthoritiesConfiguration.permits(),
                AlertsConfiguration.permits(),
                StopsConfiguration.permits())
            .<Permit>flatMap(List::stream)
            .toList());
  }

  @Bean
  @Order(1)
  SecurityFilterChain deskSecurity(HttpSecurity http, RecogniseDesk recogniseDesk) {
    return DeskSecurity.chain(http, recogniseDesk);
  }
}
