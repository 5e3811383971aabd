package org.homeward.intake.exclusions;

import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.staff.KnowStaff;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A case is kept from those who must not learn of it. */
@Configuration(proxyBeanMethods = false)
public class ExclusionsConfiguration {

  @Bean
  ExclusionsController exclusionsController(
      LookAtCase lookAtCase, ChangeCase changeCase, KnowStaff staff) {
    return new ExclusionsController(lookAtCase, changeCase, staff);
  }
}
