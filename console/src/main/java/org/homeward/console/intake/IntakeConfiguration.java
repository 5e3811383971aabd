package org.homeward.console.intake;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The form of a call. */
@Configuration(proxyBeanMethods = false)
public class IntakeConfiguration {

  @Bean
  HttpDrafts drafts(HttpApi api) {
    return new HttpDrafts(api);
  }

  @Bean
  IntakeController intakeController(HttpApi api, HttpDrafts drafts, HttpPages pages) {
    return new IntakeController(api, drafts, pages);
  }

  @Bean
  DraftsController draftsController(HttpApi api, HttpDrafts drafts, HttpPages pages, Clock clock) {
    return new DraftsController(api, drafts, pages, clock);
  }
}
