package org.homeward.console.webhooks;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.frame.node.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of the register of webhooks. */
@Configuration(proxyBeanMethods = false)
public class WebhooksConfiguration {

  @Bean
  WebhooksController webhooksController(
      HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new WebhooksController(api, pages, requireNonNull(node.country()), clock);
  }
}
