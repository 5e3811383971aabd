package org.homeward.intake.aftercare;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a person, or the erasure of the case, does to what is decided after a find. */
sealed interface AftercareCommand {

  /** Somebody says whether a child is safe. */
  record Say(SafeWord word) implements AftercareCommand {}

  /** A child was asked about a claimant. */
  record Hear(Hearing hearing) implements AftercareCommand {}

  /**
   * A supervisor decides that a claimant may be told where a child is.
   *
   * @param read names the ground that she has read
   * @param clearOfOrders whether she says that no order that she has read keeps this claimant away
   * @param grounds of the case as it is now
   */
  record Tell(
      String child,
      String report,
      String read,
      boolean clearOfOrders,
      String reason,
      String by,
      Instant at,
      Grounds grounds)
      implements AftercareCommand {

    Telling on(Ground ground) {
      return new Telling(child, report, ground, clearOfOrders, reason, by, at, null);
    }
  }

  /** Finds what a decision rests on, and what the rules look at. */
  interface Grounds {

    /** How far everything is recorded. */
    Ground ground(Aftercare aftercare);

    /** Names it for the person who decides. */
    GroundCodes codes();

    /**
     * All that is to be known before this claimant is told.
     *
     * @param clearOfOrders whether a supervisor says that no order keeps this claimant away
     */
    Whereabouts.Matter matter(
        Aftercare aftercare, String child, String report, boolean clearOfOrders);

    /** The decision that stands: on the newest ground, with all rules met. */
    default Optional<Telling> told(Aftercare aftercare, String child, String report) {
      return aftercare
          .told(child, report, ground(aftercare)) // upholds 6
          .filter( // upholds 6
              it ->
                  Whereabouts.unmet(matter(aftercare, child, report, it.clearOfOrders()))
                      .isEmpty());
    }
  }

  /** Somebody takes that back. */
  record Withdraw(String child, String report, Telling.Withdrawn withdrawn)
      implements AftercareCommand {}

  /** The child is missing again: nobody is told any more where it was. */
  record WithdrawAll(String child, Telling.Withdrawn withdrawn) implements AftercareCommand {}

  /**
   * A person closes the case.
   *
   * @param open whatever is still open about it
   */
  record Close(Closing closing, List<OpenMatter> open) implements AftercareCommand {

    public Close {
      open = List.copyOf(open);
    }
  }

  /** The case is erased. */
  record Erase() implements AftercareCommand {}
}
