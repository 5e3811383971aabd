package org.homeward.console.registers;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.frame.node.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of the registers. */
@Configuration(proxyBeanMethods = false)
public class RegistersConfiguration {

  @Bean
  DesksController desksController(HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new DesksController(api, pages, requireNonNull(node.country()), clock);
  }

  @Bean
  AuthoritiesController authoritiesController(
      HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new AuthoritiesController(api, pages, requireNonNull(node.country()), clock);
  }
}
