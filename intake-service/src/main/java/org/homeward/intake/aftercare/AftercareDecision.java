package org.homeward.intake.aftercare;

import java.util.List;

/** What became of it. */
sealed interface AftercareDecision {

  record Changed(KeptAftercare next) implements AftercareDecision {}

  /** It is so already. */
  record Unchanged() implements AftercareDecision {}

  record Refused(Refusal why) implements AftercareDecision {}

  /** Rules are not met: the claimant is not told. */
  record NotTold(List<Whereabouts.Rule> unmet) implements AftercareDecision {

    public NotTold {
      unmet = List.copyOf(unmet);
    }
  }

  /** Something is open: the case is not closed. */
  record NotClosed(List<OpenMatter> open) implements AftercareDecision {

    public NotClosed {
      open = List.copyOf(open);
    }
  }

  /** Why nothing becomes of a command. */
  enum Refusal {
    CASE_ERASED,
    CASE_CLOSED,
    /** Something was recorded since the supervisor has read what she decides about. */
    GROUND_CHANGED
  }
}
