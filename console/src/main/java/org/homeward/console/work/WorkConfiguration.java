package org.homeward.console.work;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.frame.node.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tasks of all cases and of one. */
@Configuration(proxyBeanMethods = false)
public class WorkConfiguration {

  @Bean
  TasksController tasksController(HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new TasksController(api, pages, node.node(), clock);
  }

  @Bean
  WorkController workController(HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new WorkController(api, pages, node.node(), clock);
  }
}
