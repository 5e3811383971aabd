package org.homeward.alert.orders.alerts;

import java.util.Set;
import org.homeward.schema.snapshots.ReturnReason;
import org.jspecify.annotations.Nullable;

/** A command to an alert, by a person, its case, a stop or its time. */
sealed interface AlertCommand {

  /** The author writes the draft anew. */
  record Amend(Proposal proposal) implements AlertCommand {}

  /** The author writes an update. */
  record Propose(Proposal proposal) implements AlertCommand {}

  /**
   * Another person approves the preview with this hash.
   *
   * @param gone children who are not missing any more
   */
  record Approve(Approval approval, Set<String> gone) implements AlertCommand {}

  /**
   * The preview with this hash goes back to its author.
   *
   * @param by opaque id of the person
   * @param words for the author; null when the reason says enough
   */
  record Return(String hash, String by, ReturnReason reason, @Nullable String words)
      implements AlertCommand {

    @Override
    public String toString() {
      return "Return[" + reason + "]";
    }
  }

  /**
   * A child is withdrawn.
   *
   * @param last what follows when no other child is left in it
   */
  record Withdraw(String child, Last last) implements AlertCommand {

    /** A case or a person who may end an alert. */
    static Withdraw of(String child) {
      return new Withdraw(child, Last.ENDS);
    }
  }

  /** The effect of withdrawing the last child of an alert. */
  enum Last {
    /** The alert ends. */
    ENDS,
    /** The alert ends, because it was about the wrong child. */
    WAS_WRONG,
    /** The person may not end an alert: the child stays. */
    STAYS
  }

  /**
   * All holds on it now; empty when there are none.
   *
   * @param frozen the version of the case that was frozen last, as far as it is known; else 0
   */
  record Obstruct(Set<Hold> holds, long frozen) implements AlertCommand {}

  /**
   * A person ends it.
   *
   * @param wrongChild it was about the wrong child
   */
  record Cancel(boolean wrongChild) implements AlertCommand {}

  /** The case has ended. */
  record End() implements AlertCommand {}

  /** Its time is over. */
  record Expire() implements AlertCommand {}

  /** The time for which its words are kept is over. */
  record Spend() implements AlertCommand {}

  /** The case is erased. */
  record Erase() implements AlertCommand {}

  /** Every owed end is delivered or given up. */
  record Bury() implements AlertCommand {}
}
