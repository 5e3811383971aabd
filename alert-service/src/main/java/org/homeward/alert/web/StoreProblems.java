package org.homeward.alert.web;

import com.mongodb.MongoException;
import java.util.Optional;
import org.homeward.durable.document.StoreFailure;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.Problem;
import org.homeward.face.problem.ProblemMapping;

/** A store that does not answer is no bug and no "not found": try again. */
public final class StoreProblems implements ProblemMapping {

  @Override
  public Optional<Problem> map(Throwable failure) {
    return switch (failure) {
      case StoreFailure.TooLarge _ -> Optional.of(FaceProblem.CONFLICT.problem());
      case StoreFailure _, MongoException _ -> Optional.of(FaceProblem.UNAVAILABLE.problem());
      default -> Optional.empty();
    };
  }
}
