package org.homeward.alert.config;

import java.util.List;
import org.homeward.face.door.Allowance;
import org.homeward.face.door.AllowanceRow;
import org.homeward.face.guessing.GuessedLinks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;

/** Which paths have places of their own, and which have a random word that could be tried. */
@Configuration(proxyBeanMethods = false)
public class PlacesConfiguration {

  /** With a token or the host's key: security has looked at it before the body was read. */
  @Bean
  AllowanceRow stopPlaces() {
    return AllowanceRow.ofKnown(HttpMethod.POST, "/api/v1/stops", Allowance.STOPS);
  }

  /** Before the feed, which it is part of. */
  @Bean
  @Order(0)
  AllowanceRow streamPlaces() {
    return AllowanceRow.of(HttpMethod.GET, "/api/v1/feeds/police/stream", Allowance.STREAMS);
  }

  @Bean
  AllowanceRow feedPlaces() {
    return AllowanceRow.of(HttpMethod.GET, "/api/v1/feeds/**", Allowance.POLICE);
  }

  @Bean
  AllowanceRow noticePlaces() {
    return AllowanceRow.of(HttpMethod.GET, "/api/v1/notices/**", Allowance.POLICE);
  }

  @Bean
  GuessedLinks guessedLinks() {
    return new GuessedLinks(
        List.of("/api/v1/subscriptions/confirm/{token}", "/api/v1/subscriptions/leave/{token}"));
  }
}
