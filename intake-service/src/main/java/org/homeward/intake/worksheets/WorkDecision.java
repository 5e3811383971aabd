package org.homeward.intake.worksheets;

/** What became of the sheet. */
sealed interface WorkDecision {

  record Changed(KeptSheet next) implements WorkDecision {}

  record Unchanged() implements WorkDecision {}

  record Refused(Refusal why) implements WorkDecision {}

  /** Why nothing becomes of a command. */
  enum Refusal {
    CASE_ERASED,
    NO_SUCH_ITEM,
    ITEM_DONE,
    NOT_SO_DONE,
    HAS_NO_NEXT
  }
}
