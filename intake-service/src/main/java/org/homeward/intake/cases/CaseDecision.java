package org.homeward.intake.cases;

import java.util.Set;
import org.homeward.schema.event.ChangeType;
import org.jspecify.annotations.Nullable;

/** The outcome of a command. */
public sealed interface CaseDecision {

  /**
   * @param change what the readers of the topic are told has happened
   * @param essential never refused for the size of the case
   */
  record Changed(Case next, ChangeType change, boolean essential) implements CaseDecision {}

  /** Something that is for the team only; the readers of the topic need not hear of it. */
  record Noted(Case next) implements CaseDecision {}

  /**
   * Only its tombstone is left.
   *
   * @param with who said it first, when it took two persons
   */
  record Erased(ErasedCase stone, @Nullable String with) implements CaseDecision {}

  /** It is so already. */
  record Unchanged() implements CaseDecision {}

  /**
   * @param allowed the moves that are possible instead
   */
  record Refused(Refusal why, Set<CaseCommand.Move> allowed) implements CaseDecision {}

  /** Why a command is not carried out. */
  enum Refusal {
    CASE_ENDED(true),
    CHILD_ENDED(true),
    RELEASE_IS_FINAL,
    REASON_REQUIRED,
    SUPERVISOR_REQUIRED,
    DPO_REQUIRED,
    ANOTHER_PERSON_NEEDED,
    OTHER_FREEZE,
    FROZEN_BY_OWNER,
    NOBODY_WOULD_REMAIN,
    NOT_KEPT_FROM,
    TOO_MANY,
    UNKNOWN_REPORT,
    UNKNOWN_CHILD,
    UNKNOWN_TASK,
    UNKNOWN_DECISION,
    EXERCISE_AND_REAL,
    NOT_AT_RISK,
    NO_ROOM_FOR_TIPS,
    NOT_THE_OWNER(true),
    CASE_ERASED(true),
    NO_SUCH_CASE;

    private final boolean endStands;

    Refusal() {
      this(false);
    }

    Refusal(boolean endStands) {
      this.endStands = endStands;
    }

    /** Whether an end or erasure that is refused for this needs nobody any more. */
    public boolean endStands() {
      return endStands;
    }
  }
}
