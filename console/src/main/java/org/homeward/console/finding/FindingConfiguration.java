package org.homeward.console.finding;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.frame.node.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finding a case. */
@Configuration(proxyBeanMethods = false)
public class FindingConfiguration {

  @Bean
  FindController findController(HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new FindController(api, pages, node.node(), clock);
  }
}
