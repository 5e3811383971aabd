package org.homeward.console.risk;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.frame.node.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page on which the risk of a case is assessed. */
@Configuration(proxyBeanMethods = false)
public class RiskConfiguration {

  @Bean
  RiskController riskController(HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new RiskController(api, pages, node.node(), clock);
  }
}
