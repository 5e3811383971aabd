package org.homeward.alert.orders.stops;

import org.homeward.alert.sight.SeenCase;

/** What a person may lift the stop of: the node, or a case that she may see. */
final class SeenStop {

  private final StopTarget target;

  private SeenStop(StopTarget target) {
    this.target = target;
  }

  /** Everybody who may lift stops at all may lift that of the node. */
  static SeenStop ofNode() {
    return new SeenStop(StopTarget.node());
  }

  /**
   * @param caseId of the target: its own id, or that of the alert's case
   */
  static SeenStop of(StopTarget target, String caseId, SeenCase proof) {
    if (!proof.caseId().equals(caseId)) {
      throw new IllegalArgumentException("the proof is of another case");
    }
    return new SeenStop(target);
  }

  StopTarget target() {
    return target;
  }
}
