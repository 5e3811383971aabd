package org.homeward.console.scripts;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of the hotline's own texts. */
@Configuration(proxyBeanMethods = false)
public class ScriptsConfiguration {

  @Bean
  ScriptsController scriptsController(HttpApi api, HttpPages pages, Clock clock) {
    return new ScriptsController(api, pages, clock);
  }

  @Bean
  ScriptController scriptController(HttpApi api, HttpPages pages, Clock clock) {
    return new ScriptController(api, pages, clock);
  }
}
