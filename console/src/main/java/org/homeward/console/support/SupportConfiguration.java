package org.homeward.console.support;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page of support. */
@Configuration(proxyBeanMethods = false)
public class SupportConfiguration {

  @Bean
  SupportController supportController(HttpApi api, HttpPages pages, Clock clock) {
    return new SupportController(api, pages, clock);
  }
}
