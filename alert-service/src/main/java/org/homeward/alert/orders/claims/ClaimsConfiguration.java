package org.homeward.alert.orders.claims;

import org.homeward.durable.Aggregate;
import org.homeward.frame.store.Aggregates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Claims: ids and versions only, which tell nothing. */
@Configuration(proxyBeanMethods = false)
public class ClaimsConfiguration {

  @Bean
  Aggregate<Claims> alertClaims(Aggregates aggregates) {
    return aggregates.of("alert-claims", Claims.class).declared();
  }

  @Bean
  ClaimCase claimCase(Aggregate<Claims> alertClaims) {
    return new ClaimCase(alertClaims.documents());
  }
}
