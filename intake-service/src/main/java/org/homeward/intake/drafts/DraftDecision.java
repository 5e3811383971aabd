package org.homeward.intake.drafts;

/** The outcome of a command to a draft. */
sealed interface DraftDecision {

  record Changed(KeptDraft next) implements DraftDecision {}

  record Unchanged() implements DraftDecision {}

  record Refused(Refusal why) implements DraftDecision {}

  /** Why nothing becomes of a command. */
  enum Refusal {
    NO_SUCH_DRAFT,
    DRAFT_GONE,
    DRAFT_BEING_FILED,
    EXERCISE_AND_REAL,
    SAVED_SINCE
  }
}
