package org.homeward.alert.orders.alerts;

import java.util.Set;

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

  /** A child is withdrawn. */
  record Withdraw(String child) implements AlertCommand {}

  /** All holds on it now; empty when there are none. */
  record Obstruct(Set<Hold> holds) implements AlertCommand {}

  record Cancel() implements AlertCommand {}

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
