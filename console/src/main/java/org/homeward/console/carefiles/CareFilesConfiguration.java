package org.homeward.console.carefiles;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.frame.node.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of care files. */
@Configuration(proxyBeanMethods = false)
public class CareFilesConfiguration {

  @Bean
  CareFilesController careFilesController(HttpApi api, HttpPages pages, Clock clock) {
    return new CareFilesController(api, pages, clock);
  }

  @Bean
  CareFileController careFileController(
      HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new CareFileController(api, pages, node.node(), clock);
  }

  @Bean
  ScreenController screenController(HttpApi api, HttpPages pages, Clock clock) {
    return new ScreenController(api, pages, clock);
  }
}
