package org.homeward.console.partners;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The partners, and the opening of a restored node. */
@Configuration(proxyBeanMethods = false)
public class PartnersConfiguration {

  @Bean
  HttpPartners httpPartners(HttpApi api) {
    return new HttpPartners(api);
  }

  @Bean
  PartnersController partnersController(
      HttpApi api, HttpPartners httpPartners, HttpPages pages, Clock clock) {
    return new PartnersController(api, httpPartners, pages, clock);
  }
}
