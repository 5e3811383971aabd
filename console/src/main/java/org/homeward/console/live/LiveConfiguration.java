package org.homeward.console.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.homeward.console.api.HttpApi;
import org.homeward.console.login.HttpTokens;
import org.homeward.face.door.Allowance;
import org.homeward.face.door.AllowanceRow;
import org.homeward.frame.start.Background;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The stream of what changes. */
@Configuration(proxyBeanMethods = false)
public class LiveConfiguration {

  @Bean
  SharedWaits sharedWaits() {
    return new SharedWaits();
  }

  @Bean
  MeterBinder liveMetrics(SharedWaits sharedWaits) {
    return registry ->
        Gauge.builder("homeward.changes.waiting", sharedWaits, SharedWaits::waiting)
            .description("requests that wait for something to change")
            .register(registry);
  }

  /** They wait for long, and keep nobody else from an answer. */
  @Bean
  AllowanceRow livePlaces() {
    return AllowanceRow.of(HttpMethod.GET, "/live", Allowance.CHANGES);
  }

  @Bean
  LiveController liveController(
      HttpApi api, HttpTokens tokens, SharedWaits sharedWaits, Background liveStreams) {
    return new LiveController(api, tokens, sharedWaits, () -> !liveStreams.isRunning());
  }

  @Bean
  Background liveStreams() {
    return Background.ofWaiting(() -> {}, () -> {});
  }
}
