package org.homeward.intake.staff;

import java.time.Clock;
import org.homeward.durable.Aggregate;
import org.homeward.frame.store.Aggregates;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The register of supervisors, authorities and data-protection officers. */
@Configuration(proxyBeanMethods = false)
public class StaffConfiguration {

  @Bean
  Aggregate<Colleague> colleagues(Aggregates aggregates) {
    return aggregates.of("colleagues", Colleague.class).declared();
  }

  @Bean
  KnowStaff knowStaff(Aggregate<Colleague> colleagues, Clock clock) {
    return new KnowStaff(colleagues.documents(), clock);
  }

  /** After the token was checked. */
  @Bean
  FilterRegistrationBean<HttpStaffFilter> staffFilter(KnowStaff staff) {
    var filter = new FilterRegistrationBean<>(new HttpStaffFilter(staff));
    filter.setOrder(Ordered.LOWEST_PRECEDENCE);
    return filter;
  }
}
