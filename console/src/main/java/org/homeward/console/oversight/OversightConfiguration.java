package org.homeward.console.oversight;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.frame.node.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of data protection. */
@Configuration(proxyBeanMethods = false)
public class OversightConfiguration {

  @Bean
  OversightController oversightController(
      HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new OversightController(api, pages, node.node(), clock);
  }

  @Bean
  LooksController looksController(HttpApi api, HttpPages pages, Clock clock) {
    return new LooksController(api, pages, clock);
  }

  @Bean
  EraseController eraseController(HttpApi api, HttpPages pages, NodeSettings node) {
    return new EraseController(api, pages, node.node());
  }
}
