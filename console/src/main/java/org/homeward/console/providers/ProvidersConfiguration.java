package org.homeward.console.providers;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of the directory. */
@Configuration(proxyBeanMethods = false)
public class ProvidersConfiguration {

  @Bean
  ProvidersController providersController(HttpApi api, HttpPages pages, Clock clock) {
    return new ProvidersController(api, pages, clock);
  }

  @Bean
  ProviderController providerController(HttpApi api, HttpPages pages, Clock clock) {
    return new ProviderController(api, pages, clock);
  }
}
