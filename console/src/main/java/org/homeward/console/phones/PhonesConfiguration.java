package org.homeward.console.phones;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.frame.node.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of the register of phones. */
@Configuration(proxyBeanMethods = false)
public class PhonesConfiguration {

  @Bean
  PhonesController phonesController(HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new PhonesController(api, pages, requireNonNull(node.country()), clock);
  }
}
