package org.homeward.intake.staff;

import static org.homeward.face.access.Role.ADMIN;
import static org.homeward.face.access.Role.CONFIDANT;
import static org.homeward.face.access.Role.DPO;
import static org.homeward.face.access.Role.OPERATOR;
import static org.homeward.face.access.Role.PARTNER_DESK;
import static org.homeward.face.access.Role.SUPERVISOR;

import java.time.Clock;
import java.util.List;
import org.homeward.durable.Aggregate;
import org.homeward.face.access.Permit;
import org.homeward.frame.store.Aggregates;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;

/** The directory of the people who work at this node. */
@Configuration(proxyBeanMethods = false)
public class StaffConfiguration {

  /** Staff of the node; never police, authorities or partners. */
  public static List<Permit> permits() {
    return List.of(
        Permit.of(
            HttpMethod.GET,
            ColleaguesController.COLLEAGUES,
            OPERATOR,
            SUPERVISOR,
            PARTNER_DESK,
            CONFIDANT,
            DPO,
            ADMIN));
  }

  @Bean
  Aggregate<Colleague> colleagues(Aggregates aggregates, ObjectProvider<KnowStaff> knowStaff) {
    return aggregates
        .of("colleagues", Colleague.class)
        .alarm(person -> knowStaff.getObject().due(person))
        .declared();
  }

  @Bean
  KnowStaff knowStaff(
      Aggregate<Colleague> colleagues, AuthorityPersons authorityPersons, Clock clock) {
    return new KnowStaff(colleagues.documents(), authorityPersons, clock);
  }

  @Bean
  ColleaguesController colleaguesController(KnowStaff staff) {
    return new ColleaguesController(staff);
  }

  /** After the token was checked. */
  @Bean
  FilterRegistrationBean<HttpStaffFilter> staffFilter(KnowStaff staff) {
    var filter = new FilterRegistrationBean<>(new HttpStaffFilter(staff));
    filter.setOrder(Ordered.LOWEST_PRECEDENCE);
    return filter;
  }
}
