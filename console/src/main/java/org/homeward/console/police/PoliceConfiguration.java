package org.homeward.console.police;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of police. */
@Configuration(proxyBeanMethods = false)
public class PoliceConfiguration {

  @Bean
  PoliceController policeController(HttpApi api, HttpPages pages, Clock clock) {
    return new PoliceController(api, pages, clock);
  }
}
