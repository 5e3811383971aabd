package org.homeward.intake.rulings;

import java.util.List;
import org.homeward.schema.snapshots.HandedSighting;

/** A room that keeps what a partner's people saw of a case of this node beside it. */
@FunctionalInterface
public interface SightedBeside {

  /**
   * Called before the case stores them, so that a crash repeats the call; safe to repeat.
   *
   * @param handover by which they came
   */
  void sighted(String caseId, boolean exercise, String handover, List<HandedSighting> seen);
}
