package org.homeward.intake.cases.reports;

import java.time.Clock;
import org.homeward.durable.Aggregate;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.store.StorePressure;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Tellable;
import org.homeward.intake.staff.KnowStaff;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reports are taken: the first opens a case, others join it, each can be amended. */
@Configuration(proxyBeanMethods = false)
public class ReportsConfiguration {

  @Bean
  OpenCase openCase(
      Aggregate<KeptCase> cases,
      Tellable readers,
      StorePressure room,
      NodeSettings node,
      Clock clock) {
    return new OpenCase(cases.documents(), readers, room, node.node(), clock);
  }

  @Bean
  ReportsController reportsController(
      OpenCase openCase,
      LookAtCase lookAtCase,
      ChangeCase changeCase,
      KnowStaff staff,
      Clock clock) {
    return new ReportsController(openCase, lookAtCase, changeCase, staff, clock);
  }
}
