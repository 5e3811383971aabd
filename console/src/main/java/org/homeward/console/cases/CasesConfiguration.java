package org.homeward.console.cases;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.frame.node.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page of a case, and the decisions about police. */
@Configuration(proxyBeanMethods = false)
public class CasesConfiguration {

  @Bean
  CasesController casesController(HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new CasesController(api, pages, node.node(), clock);
  }

  @Bean
  DecisionController decisionController(
      HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new DecisionController(api, pages, node.node(), clock);
  }

  @Bean
  HttpDesks policeDesks(HttpApi api) {
    return new HttpDesks(api);
  }

  @Bean
  ReleaseController releaseController(
      HttpApi api, HttpPages pages, HttpDesks policeDesks, NodeSettings node, Clock clock) {
    return new ReleaseController(api, pages, policeDesks, node.node(), clock);
  }

  @Bean
  PhoneController phoneController(
      HttpApi api, HttpPages pages, HttpDesks policeDesks, NodeSettings node, Clock clock) {
    return new PhoneController(api, pages, policeDesks, node.node(), clock);
  }
}
