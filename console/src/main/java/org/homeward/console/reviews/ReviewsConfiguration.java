package org.homeward.console.reviews;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.frame.node.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The morning review. */
@Configuration(proxyBeanMethods = false)
public class ReviewsConfiguration {

  @Bean
  ReviewsController reviewsController(
      HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new ReviewsController(api, pages, node.node(), clock);
  }
}
