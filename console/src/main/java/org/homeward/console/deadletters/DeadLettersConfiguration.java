package org.homeward.console.deadletters;

import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page of dead letters. */
@Configuration(proxyBeanMethods = false)
public class DeadLettersConfiguration {

  @Bean
  DeadLettersController deadLettersController(HttpApi api, HttpPages pages) {
    return new DeadLettersController(api, pages);
  }
}
