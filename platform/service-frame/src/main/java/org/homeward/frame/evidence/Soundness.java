package org.homeward.frame.evidence;

import java.util.List;
import org.homeward.durable.log.ChainVerdict;

/** Whether the audit trail can be believed, and is witnessed. */
sealed interface Soundness {

  /** Its first turn is still to come. */
  record NotLooked() implements Soundness {}

  /**
   * It holds.
   *
   * @param checkedFrom the number from which on every entry could be checked; more than 0 when a
   *     key is lost
   */
  record Sound(long checkedFrom) implements Soundness {
    Sound() {
      this(0);
    }
  }

  record NoKey(String why) implements Soundness {}

  record NoPlace() implements Soundness {}

  record NotKept(String why) implements Soundness {}

  /** Somebody put these among what waits for a key; they are left where they are. */
  record Forged(List<String> refs) implements Soundness {
    public Forged {
      refs = List.copyOf(refs);
    }
  }

  /** It could not be checked: the store failed, or a bug. */
  record NotChecked(String why) implements Soundness {}

  record Unsound(ChainVerdict.Broken broken) implements Soundness {}
}
