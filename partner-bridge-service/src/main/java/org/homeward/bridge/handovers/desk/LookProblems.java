package org.homeward.bridge.handovers.desk;

import java.util.Optional;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.Problem;
import org.homeward.face.problem.ProblemMapping;

/** A look must be recorded; that it cannot be is no bug. */
final class LookProblems implements ProblemMapping {

  @Override
  public Optional<Problem> map(Throwable failure) {
    return failure instanceof ViewHandovers.TrailUnavailable
        ? Optional.of(FaceProblem.UNAVAILABLE.problem())
        : Optional.empty();
  }
}
