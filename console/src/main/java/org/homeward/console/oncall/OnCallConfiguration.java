package org.homeward.console.oncall;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.frame.node.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The card of who is on call, to read and to write. */
@Configuration(proxyBeanMethods = false)
public class OnCallConfiguration {

  @Bean
  OnCallController onCallController(HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new OnCallController(api, pages, node.node(), clock);
  }

  @Bean
  CardController cardController(HttpApi api, HttpPages pages) {
    return new CardController(api, pages);
  }
}
