package org.homeward.console;

import org.homeward.face.access.Permissions;
import org.homeward.frame.node.ClockSettings;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.start.Opening;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The node and the opening of the console. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({NodeSettings.class, ClockSettings.class, ConsoleSettings.class})
class ConsoleConfiguration {

  /** Nobody calls the console with a token; whatever is no page is answered with 404. */
  @Bean
  Permissions permissions() {
    return Permissions.of();
  }

  @Bean
  Opening opening(ConsoleSettings settings, ObjectProvider<AtOpening> parts) {
    return new Opening(settings.startPatience(), parts.orderedStream().toList());
  }
}
