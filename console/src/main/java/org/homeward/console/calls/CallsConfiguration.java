package org.homeward.console.calls;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.frame.node.NodeSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The call log. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CallSettings.class)
public class CallsConfiguration {

  @Bean
  CallsController callsController(
      HttpApi api, HttpPages pages, CallSettings settings, NodeSettings node, Clock clock) {
    return new CallsController(api, pages, settings.lines(), node.node(), clock);
  }

  @Bean
  JobOfferController jobOfferController(HttpApi api, HttpPages pages, Clock clock) {
    return new JobOfferController(api, pages, clock);
  }

  @Bean
  CallController callController(HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new CallController(api, pages, node.node(), clock);
  }
}
