package org.homeward.console.posters;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Posters, their takers, and the calls to these. */
@Configuration(proxyBeanMethods = false)
public class PostersConfiguration {

  @Bean
  PostersController postersController(HttpApi api, HttpPages pages, Clock clock) {
    return new PostersController(api, pages, clock);
  }

  @Bean
  PosterCallsController posterCallsController(HttpApi api, HttpPages pages, Clock clock) {
    return new PosterCallsController(api, pages, clock);
  }
}
