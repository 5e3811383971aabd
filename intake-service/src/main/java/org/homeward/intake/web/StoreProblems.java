package org.homeward.intake.web;

import com.mongodb.MongoException;
import java.util.Optional;
import org.homeward.durable.document.StoreFailure;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.Problem;
import org.homeward.face.problem.ProblemMapping;
import org.homeward.intake.cases.ViewCases;

/** A store that does not answer is no bug and no "not found": the request may be sent again. */
public final class StoreProblems implements ProblemMapping {

  @Override
  public Optional<Problem> map(Throwable failure) {
    return switch (failure) {
      case StoreFailure.TooLarge _ -> Optional.of(IntakeProblem.CASE_FULL.problem());
      case StoreFailure _, MongoException _, ViewCases.TrailUnavailable _ ->
          Optional.of(FaceProblem.UNAVAILABLE.problem());
      default -> Optional.empty();
    };
  }
}
