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
  SaveDraft saveDraft(HttpApi api) {
    return new SaveDraft(api);
  }

  @Bean
  IntakeController intakeController(HttpApi api, SaveDraft saveDraft, HttpPages pages) {
    return new IntakeController(api, saveDraft, pages);
  }

  @Bean
  DraftsController draftsController(
      HttpApi api, SaveDraft saveDraft, HttpPages pages, Clock clock) {
    return new DraftsController(api, saveDraft, pages, clock);
  }
}
