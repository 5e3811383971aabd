package org.homeward.intake.cases;

import java.util.Set;
import org.homeward.schema.event.ChangeType;

/** The outcome of a command. */
public sealed interface CaseDecided {

  /**
   * @param change what the readers of the topic are told has happened
   * @param essential never refused for the size of the case
   */
  record Changed(Case next, ChangeType change, boolean essential) implements CaseDecided {}

  /** Something that is for the team only; the readers of the topic need not hear of it. */
  record Noted(Case next) implements CaseDecided {}

  /** Only its tombstone is left. */
  record Erased(ErasedCase stone) implements CaseDecided {}

  /** It is so already. */
  record Unchanged() implements CaseDecided {}

  /**
   * @param allowed the moves that are possible instead
   */
  record Refused(Refusal why, Set<CaseCommand.Move> allowed) implements CaseDecided {}

  /** Why a command is not carried out. */
  enum Refusal {
    CASE_ENDED,
    CHILD_ENDED,
    RELEASE_IS_FINAL,
    REASON_REQUIRED,
    SUPERVISOR_REQUIRED,
    UNKNOWN_REPORT,
    UNKNOWN_CHILD,
    UNKNOWN_TASK,
    EXERCISE_AND_REAL,
    NOT_THE_OWNER,
    CASE_ERASED,
    NO_SUCH_CASE
  }
}
