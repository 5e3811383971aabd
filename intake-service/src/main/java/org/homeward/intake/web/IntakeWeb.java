package org.homeward.intake.web;

import com.mongodb.MongoException;
import org.homeward.durable.document.StoreFailure;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.Problem;
import org.homeward.intake.cases.ViewCases;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The REST side of intake. */
@Configuration(proxyBeanMethods = false)
@Import({ReportsController.class, CasesController.class, IntakeWeb.StoreProblems.class})
public class IntakeWeb {

  /** A store that does not answer is 503: the same request may be sent again and acts once. */
  @RestControllerAdvice
  @Order(Ordered.HIGHEST_PRECEDENCE)
  static class StoreProblems {

    @ExceptionHandler({StoreFailure.class, ViewCases.TrailUnavailable.class, MongoException.class})
    ResponseEntity<byte[]> unavailable(RuntimeException failure) {
      Problem problem =
          failure instanceof StoreFailure.TooLarge
              ? IntakeProblem.CASE_FULL.problem()
              : FaceProblem.UNAVAILABLE.problem();
      return problem.response();
    }
  }
}
