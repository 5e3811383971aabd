package org.homeward.face.guessing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.homeward.face.door.Clients;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brakes on guessing, {@code homeward.guesses.*}; needs the door's configuration. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GuessSettings.class)
public class GuessConfiguration {

  /** Before security (-100), which looks at secrets. */
  private static final int BEFORE_SECURITY = -110;

  @Bean
  FilterRegistrationBean<GuessFilter> guessFilter(
      GuessSettings settings,
      Clients clients,
      ObjectProvider<GuessedLinks> links,
      ObjectProvider<MeterRegistry> metrics) {
    var registration =
        new FilterRegistrationBean<>(
            new GuessFilter(
                settings,
                clients,
                links.stream().flatMap(some -> some.patterns().stream()).toList(),
                metrics.getIfAvailable(SimpleMeterRegistry::new)));
    registration.setOrder(BEFORE_SECURITY);
    return registration;
  }
}
