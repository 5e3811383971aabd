package org.homeward.frame.web;

import java.util.Optional;
import java.util.function.Function;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;

/** Answers to requests that change a document. */
public final class Outcomes {

  private Outcomes() {}

  /**
   * The document as it is now, or the problem that the outcome is.
   *
   * @param refusal the problem that an answer is, where nothing was written; empty for an answer
   *     that is none
   */
  public static <S, R> Guarded<S> now(
      WriteOutcome.OfRequest<S, R> outcome, Function<R, Optional<ProblemException>> refusal) {
    return switch (outcome) {
      case WriteOutcome.Written(var now, _) -> now;
      case WriteOutcome.Repeated(var now, _) -> now;
      case WriteOutcome.Kept(var now, var answer) -> {
        refusal
            .apply(answer)
            .ifPresent(
                problem -> {
                  throw problem;
                });
        yield now;
      }
      case WriteOutcome.Stale(_) -> throw FaceProblem.PRECONDITION_FAILED.exception();
      case WriteOutcome.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
      case WriteOutcome.Absent() -> throw FaceProblem.NOT_FOUND.exception();
    };
  }
}
