package org.homeward.console.health;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The administrator's page about the node. */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {

  @Bean
  NodeController nodeController(HttpApi api, HttpPages pages, Clock clock) {
    return new NodeController(api, pages, clock);
  }
}
