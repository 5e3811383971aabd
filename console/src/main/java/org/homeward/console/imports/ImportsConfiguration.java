package org.homeward.console.imports;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of imports. */
@Configuration(proxyBeanMethods = false)
public class ImportsConfiguration {

  @Bean
  ImportsController importsController(HttpApi api, HttpPages pages, Clock clock) {
    return new ImportsController(api, pages, clock);
  }
}
