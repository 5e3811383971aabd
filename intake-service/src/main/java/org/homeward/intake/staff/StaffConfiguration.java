package org.homeward.intake.staff;

import java.time.Clock;
import org.homeward.durable.Aggregate;
import org.homeward.frame.store.Aggregates;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What is known here of who works at this node. */
@Configuration(proxyBeanMethods = false)
public class StaffConfiguration {

  @Bean
  Aggregate<Colleague> colleagues(Aggregates aggregates) {
    return aggregates.of("colleagues", Colleague.class).declared();
  }

  @Bean
  KnowStaff knowStaff(
      Aggregate<Colleague> colleagues, AuthorityPersons authorityPersons, Clock clock) {
    return new KnowStaff(colleagues.documents(), authorityPersons, clock);
  }

  /** After the token was checked. */
  @Bean
  FilterRegistrationBean<HttpStaffFilter> staffFilter(KnowStaff staff) {
    var filter = new FilterRegistrationBean<>(new HttpStaffFilter(staff));
    filter.setOrder(Ordered.LOWEST_PRECEDENCE);
    return filter;
  }
}
