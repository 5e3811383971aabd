package org.homeward.intake.web;

import java.util.Optional;
import org.homeward.durable.document.StoreFailure;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.Problem;
import org.homeward.face.problem.ProblemMapping;
import org.homeward.frame.store.StoreRoom;
import org.homeward.intake.cases.ViewCases;

/** A case and the store can be full, and a look must be recorded; none of it is a bug. */
public final class CaseProblems implements ProblemMapping {

  @Override
  public Optional<Problem> map(Throwable failure) {
    return switch (failure) {
      case StoreFailure.TooLarge _ -> Optional.of(IntakeProblem.CASE_FULL.problem());
      case StoreRoom.Full _ -> Optional.of(IntakeProblem.STORE_FULL.problem());
      case ViewCases.TrailUnavailable _ -> Optional.of(FaceProblem.UNAVAILABLE.problem());
      default -> Optional.empty();
    };
  }
}
