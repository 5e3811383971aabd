package org.homeward.intake.exclusions;

import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.staff.KnowStaff;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who must not learn of a case. */
@Configuration(proxyBeanMethods = false)
public class ExclusionsConfiguration {

  @Bean
  ExclusionsController exclusionsController(
      LookAtCase lookAtCase, ChangeCase changeCase, KnowStaff staff) {
    return new ExclusionsController(lookAtCase, changeCase, staff);
  }
}
