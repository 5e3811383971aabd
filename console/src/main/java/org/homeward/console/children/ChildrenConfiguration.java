package org.homeward.console.children;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.frame.node.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of a child. */
@Configuration(proxyBeanMethods = false)
public class ChildrenConfiguration {

  @Bean
  ChildController childController(HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new ChildController(api, pages, node.node(), clock);
  }

  @Bean
  LinkController linkController(HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new LinkController(api, pages, node.node(), clock);
  }
}
