package org.homeward.alert.orders.stops;

import java.util.function.Predicate;
import org.homeward.alert.sight.SeenCase;

/** The proof that a person may lift a stop: of the node, or of a case that she may see. */
final class SeenStop {

  private final StopTarget target;
  private final Predicate<String> seers;

  private SeenStop(StopTarget target, Predicate<String> seers) {
    this.target = target;
    this.seers = seers;
  }

  /** Everybody who may lift stops at all may lift that of the node. */
  static SeenStop ofNode() {
    return new SeenStop(StopTarget.node(), _ -> true);
  }

  /**
   * @param caseId of the target: its own id, or that of the alert's case
   */
  static SeenStop of(StopTarget target, String caseId, SeenCase proof) {
    if (!proof.caseId().equals(caseId)) {
      throw new IllegalArgumentException("the proof is of another case");
    }
    return new SeenStop(target, proof::isSeenBy);
  }

  /** Without the proposal of a person who must not see the case any more: it is void. */
  Stop withoutVoidProposal(Stop stop) {
    return stop instanceof Stop.Standing standing
            && standing.proposal() != null
            && !seers.test(standing.proposal().by())
        ? standing.withoutProposal()
        : stop;
  }

  StopTarget target() {
    return target;
  }
}
