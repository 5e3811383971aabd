package org.homeward.console.family;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.frame.node.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page of a family, and its forms. */
@Configuration(proxyBeanMethods = false)
public class FamilyConfiguration {

  @Bean
  FamilyController familyController(HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new FamilyController(api, pages, node.node(), clock);
  }
}
