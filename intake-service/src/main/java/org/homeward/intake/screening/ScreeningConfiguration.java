package org.homeward.intake.screening;

import static org.homeward.face.access.Role.CONFIDANT;
import static org.homeward.face.access.Role.OPERATOR;
import static org.homeward.face.access.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import org.homeward.face.access.Permit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The indicators of a screening and the rule over them; they keep nothing. */
@Configuration(proxyBeanMethods = false)
public class ScreeningConfiguration {

  /** The team that takes calls; what it asks is no secret. */
  public static List<Permit> permits() {
    return List.of(
        Permit.of(GET, ScreeningController.INDICATORS, OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, ScreeningController.PROPOSALS, OPERATOR, SUPERVISOR, CONFIDANT));
  }

  /** A file with a hole stops the start here. */
  @Bean
  Indicators screeningIndicators() {
    return IndicatorFile.ours();
  }

  @Bean
  ScreeningController screeningController(Indicators screeningIndicators) {
    return new ScreeningController(screeningIndicators);
  }
}
