package org.homeward.bridge.sight;

import java.util.Optional;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.Problem;
import org.homeward.face.problem.ProblemMapping;

/** Maps a look that could not be recorded to a problem, because it is no bug. */
final class LookProblems implements ProblemMapping {

  @Override
  public Optional<Problem> map(Throwable failure) {
    return failure instanceof SeeHandovers.TrailUnavailable
        ? Optional.of(FaceProblem.UNAVAILABLE.problem())
        : Optional.empty();
  }
}
