package org.homeward.console.organisations;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.frame.node.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page of the answers of organisations to an alert, and of the silent. */
@Configuration(proxyBeanMethods = false)
public class OrganisationsConfiguration {

  @Bean
  OrganisationsController organisationsController(
      HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new OrganisationsController(api, pages, node.node(), clock);
  }
}
