package org.homeward.intake.reviews;

import java.time.Clock;
import java.util.List;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.ViewCases;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The morning review. */
@Configuration(proxyBeanMethods = false)
public class ReviewsConfiguration {

  public static List<Permit> permits() {
    return List.of(
        Permit.of(HttpMethod.GET, ReviewsController.DECISIONS, Role.SUPERVISOR),
        Permit.of(HttpMethod.POST, ReviewsController.SEEN, Role.SUPERVISOR));
  }

  @Bean
  ReviewsController reviewsController(
      ViewCases viewCases, LookAtCase lookAtCase, ChangeCase changeCase, Clock clock) {
    return new ReviewsController(new ListDecisions(viewCases), lookAtCase, changeCase, clock);
  }
}
