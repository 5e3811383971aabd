package org.homeward.alert.registers;

import org.homeward.alert.node.AlertProblem;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.problem.FaceProblem;

/** The answer to a person who confirms an entry. */
public final class HttpConfirmation {

  private HttpConfirmation() {}

  /**
   * The entry that holds.
   *
   * @param over the refusal of one that does not hold any more
   */
  public static <E> Guarded<E> of(WriteOutcome.OfRequest<E, Confirmed> outcome, AlertProblem over) {
    return switch (outcome) {
      case WriteOutcome.Written(var now, var _) -> now;
      case WriteOutcome.Kept(var now, var how) ->
          switch (how) {
            case HOLDS, WAITS -> now;
            case SAME_PERSON -> throw AlertProblem.ANOTHER_PERSON_NEEDED.exception();
            case OVER -> throw over.exception();
          };
      case WriteOutcome.Repeated(var now, var _) -> now;
      case WriteOutcome.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
      case WriteOutcome.Absent() -> throw FaceProblem.NOT_FOUND.exception();
      case WriteOutcome.Stale(var _) -> throw FaceProblem.PRECONDITION_FAILED.exception();
    };
  }
}
