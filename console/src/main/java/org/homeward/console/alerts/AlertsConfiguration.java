package org.homeward.console.alerts;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.frame.node.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Alerts and stops. */
@Configuration(proxyBeanMethods = false)
public class AlertsConfiguration {

  @Bean
  AlertsController alertsController(HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new AlertsController(api, pages, node.node(), clock);
  }

  @Bean
  DraftController draftController(HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new DraftController(api, pages, node.node(), requireNonNull(node.country()), clock);
  }

  @Bean
  DecideController decideController(HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new DecideController(api, pages, node.node(), clock);
  }

  @Bean
  WithdrawController withdrawController(
      HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new WithdrawController(api, pages, node.node(), clock);
  }

  @Bean
  MeasuresController measuresController(
      HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new MeasuresController(api, pages, node.node(), clock);
  }

  @Bean
  StopsController stopsController(HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new StopsController(api, pages, node.node(), clock);
  }
}
