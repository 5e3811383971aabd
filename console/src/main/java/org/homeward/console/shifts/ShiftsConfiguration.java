package org.homeward.console.shifts;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.frame.node.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of shifts. */
@Configuration(proxyBeanMethods = false)
public class ShiftsConfiguration {

  @Bean
  ShiftController shiftController(HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new ShiftController(api, pages, node.node(), clock);
  }

  @Bean
  LeaveController leaveController(HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new LeaveController(api, pages, node.node(), clock);
  }
}
