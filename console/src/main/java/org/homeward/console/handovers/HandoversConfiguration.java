package org.homeward.console.handovers;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.partners.HttpPartners;
import org.homeward.frame.node.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The partner desk. */
@Configuration(proxyBeanMethods = false)
public class HandoversConfiguration {

  @Bean
  HttpHandovers httpHandovers(
      HttpApi api, HttpPartners httpPartners, HttpPages pages, NodeSettings node, Clock clock) {
    return new HttpHandovers(api, httpPartners, pages, node.node(), clock);
  }

  @Bean
  HandoversController handoversController(
      HttpApi api,
      HttpHandovers httpHandovers,
      HttpPartners httpPartners,
      HttpPages pages,
      Clock clock) {
    return new HandoversController(api, httpHandovers, httpPartners, pages, clock);
  }

  @Bean
  MovesController movesController(
      HttpApi api, HttpHandovers httpHandovers, HttpPages pages, Clock clock) {
    return new MovesController(api, httpHandovers, pages, clock);
  }

  @Bean
  HeldPhotosController heldPhotosController(
      HttpApi api, HttpHandovers httpHandovers, HttpPages pages, Clock clock) {
    return new HeldPhotosController(api, httpHandovers, pages, clock);
  }

  @Bean
  OfferController offerController(
      HttpApi api,
      HttpHandovers httpHandovers,
      HttpPartners httpPartners,
      HttpPages pages,
      NodeSettings node,
      Clock clock) {
    return new OfferController(api, httpHandovers, httpPartners, pages, node.node(), clock);
  }
}
