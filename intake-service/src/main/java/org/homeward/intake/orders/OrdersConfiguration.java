package org.homeward.intake.orders;

import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.LookAtCase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Custody and protection orders of a case are checked by police. */
@Configuration(proxyBeanMethods = false)
public class OrdersConfiguration {

  @Bean
  OrdersController ordersController(LookAtCase lookAtCase, ChangeCase changeCase) {
    return new OrdersController(lookAtCase, changeCase);
  }
}
