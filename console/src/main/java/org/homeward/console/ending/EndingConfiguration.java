package org.homeward.console.ending;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.frame.node.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page of how a case ends, and its forms. */
@Configuration(proxyBeanMethods = false)
public class EndingConfiguration {

  @Bean
  EndingController endingController(HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new EndingController(api, pages, node.node(), clock);
  }

  @Bean
  StepController endingStepController(
      HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new StepController(api, pages, node.node(), clock);
  }
}
