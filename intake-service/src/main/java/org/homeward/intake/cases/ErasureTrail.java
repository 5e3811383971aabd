package org.homeward.intake.cases;

import org.homeward.durable.document.Command;
import org.homeward.intake.rulings.EraseReason;
import org.jspecify.annotations.Nullable;

/** Records who has a case erased and why; it outlives the case. */
@FunctionalInterface
public interface ErasureTrail {

  /**
   * Returns once the entry is durable; throws otherwise, and nothing is erased.
   *
   * @param command the request; repeated, it is one entry
   * @param by the opaque id of the person
   * @param with the other one, where it takes two
   */
  void ordered(
      String caseId, Command command, String by, @Nullable String with, EraseReason reason);
}
