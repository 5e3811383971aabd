package org.homeward.console.desk;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.frame.node.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The desk. */
@Configuration(proxyBeanMethods = false)
public class DeskConfiguration {

  @Bean
  DeskController deskController(HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new DeskController(api, pages, node.node(), clock);
  }
}
