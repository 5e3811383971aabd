package org.homeward.intake.cases;

import org.homeward.durable.command.Command;
import org.homeward.intake.rulings.EraseReason;
import org.jspecify.annotations.Nullable;

/** Records who has a case or a tip erased and why; it outlives both. */
@FunctionalInterface
public interface ErasureTrail {

  /**
   * Returns once the entry is durable; throws otherwise, and nothing is erased.
   *
   * @param id of the case or the tip
   * @param command the request; repeated, it is one entry
   * @param by the opaque id of the person
   * @param with the other one, where it takes two
   */
  void ordered(String id, Command command, String by, @Nullable String with, EraseReason reason);
}
