package org.homeward.gateway;

import org.homeward.face.door.Allowance;
import org.homeward.face.door.AllowanceRow;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;

/** The paths with places of their own; for others the token decides. */
@Configuration(proxyBeanMethods = false)
class PlacesConfiguration {

  /** A stop without a token may be anybody's, because only the service knows the host's key. */
  @Bean
  AllowanceRow stops() {
    return AllowanceRow.ofKnown(HttpMethod.POST, "/api/v1/stops", Allowance.STOPS);
  }

  @Bean
  AllowanceRow partners() {
    return AllowanceRow.of(HttpMethod.POST, HttpOpenPaths.MESSAGES, Allowance.PARTNERS);
  }

  /** Before the feed, which it is part of; the service looks at a desk's key. */
  @Bean
  @Order(0)
  AllowanceRow streams() {
    return AllowanceRow.ofCredentialed(
        HttpMethod.GET, "/api/v1/feeds/police/stream", Allowance.STREAMS);
  }

  @Bean
  AllowanceRow feeds() {
    return AllowanceRow.ofCredentialed(HttpMethod.GET, "/api/v1/feeds/**", Allowance.POLICE);
  }

  /** Neither strangers nor programs with tokens keep people from their pages. */
  @Bean
  AllowanceRow pages() {
    return AllowanceRow.of(HttpMethod.GET, HttpPagePaths.NO_API, Allowance.PAGES);
  }

  @Bean
  AllowanceRow forms() {
    return AllowanceRow.of(HttpMethod.POST, HttpPagePaths.NO_API, Allowance.PAGES);
  }

  @Bean
  AllowanceRow answers() {
    return AllowanceRow.ofCredentialed(
        HttpMethod.POST, HttpOpenPaths.ACKNOWLEDGE, Allowance.POLICE);
  }

  @Bean
  AllowanceRow notices() {
    return AllowanceRow.ofCredentialed(HttpMethod.GET, "/api/v1/notices/**", Allowance.POLICE);
  }
}
