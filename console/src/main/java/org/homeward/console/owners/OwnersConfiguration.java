package org.homeward.console.owners;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tips about cases of partners. */
@Configuration(proxyBeanMethods = false)
public class OwnersConfiguration {

  @Bean
  OwnerController ownerController(HttpApi api, HttpPages pages, Clock clock) {
    return new OwnerController(api, pages, clock);
  }
}
