package org.homeward.intake.cases;

import java.util.List;
import java.util.Set;

/** What becomes of a command. */
public sealed interface Decided {

  /**
   * @param changes event types; police, volunteers and partners hear of them
   * @param essential never refused for the size of the case
   */
  record Changed(Case next, List<String> changes, boolean essential) implements Decided {}

  /** It is so already. */
  record Unchanged() implements Decided {}

  /**
   * @param allowed the moves that are possible instead
   */
  record Refused(Refusal why, Set<CaseCommand.Move> allowed) implements Decided {}

  /** Why a command is not carried out. */
  enum Refusal {
    CASE_ENDED,
    CHILD_ENDED,
    RELEASE_IS_FINAL,
    REASON_REQUIRED,
    SUPERVISOR_REQUIRED,
    UNKNOWN_REPORT,
    UNKNOWN_CHILD,
    EXERCISE_AND_REAL
  }
}
