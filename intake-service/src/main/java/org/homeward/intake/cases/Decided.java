package org.homeward.intake.cases;

import java.util.Set;
import org.homeward.schema.event.ChangeType;

/** What becomes of a command. */
public sealed interface Decided {

  /**
   * @param change what the readers of the topic are told has happened
   * @param essential never refused for the size of the case
   */
  record Changed(Case next, ChangeType change, boolean essential) implements Decided {}

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
    EXERCISE_AND_REAL,
    NO_SUCH_CASE
  }
}
