package org.homeward.alert.references;

import java.util.List;
import org.homeward.alert.sight.SeeCase;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Codes that people read out, and the cases behind them. */
@Configuration(proxyBeanMethods = false)
public class ReferencesConfiguration {

  /** Those who take calls. */
  public static List<Permit> permits() {
    return List.of(
        Permit.of(
            HttpMethod.POST, "/api/v1/references", Role.OPERATOR, Role.SUPERVISOR, Role.CONFIDANT),
        Permit.of(
            HttpMethod.GET,
            "/api/v1/references/{case}",
            Role.OPERATOR,
            Role.SUPERVISOR,
            Role.CONFIDANT));
  }

  @Bean
  ReferencesController referencesController(
      List<CaseOfCode> sorts, CodeOfCase codeOfNotice, SeeCase seeCase) {
    return new ReferencesController(sorts, codeOfNotice, seeCase);
  }
}
