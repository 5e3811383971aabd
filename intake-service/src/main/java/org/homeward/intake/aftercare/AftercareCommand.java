package org.homeward.intake.aftercare;

import java.util.List;

/** What a person, or the erasure of the case, does to what is decided after a find. */
sealed interface AftercareCommand {

  /** Somebody says whether a child is safe. */
  record Say(SafeWord word) implements AftercareCommand {}

  /** A child was asked about a claimant. */
  record Hear(Hearing hearing) implements AftercareCommand {}

  /**
   * A supervisor decides that a claimant may be told where a child is.
   *
   * @param grounds of the case as she has read it
   */
  record Tell(Telling telling, Grounds grounds) implements AftercareCommand {}

  /** Finds what the rules look at for a decision. */
  @FunctionalInterface
  interface Grounds {
    Whereabouts.Matter matter(Aftercare aftercare, Telling told);
  }

  /** Somebody takes that back. */
  record Withdraw(String child, String report, Telling.Withdrawn withdrawn)
      implements AftercareCommand {}

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
