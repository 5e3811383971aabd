package org.homeward.alert.registers;

import java.time.Instant;

/** An entry of a register, such as a police desk or an authority. */
public interface Entry {

  Standing standing(Instant now);

  /** Whether another person has something to confirm. */
  default boolean asksForConfirmation(Instant now) {
    return standing(now) == Standing.UNCONFIRMED;
  }

  /** Whether this person may not confirm it, because it is this person's own word. */
  boolean isOwnOf(String person);
}
