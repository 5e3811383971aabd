package org.homeward.intake.episodes;

/** What becomes of a link. */
sealed interface LinkDecision {

  record Changed(KeptLink next) implements LinkDecision {}

  record Unchanged() implements LinkDecision {}

  record Refused(Refusal why) implements LinkDecision {}

  /** Why nothing becomes of a word. */
  enum Refusal {
    /** One of the cases was erased in between. */
    CASE_ERASED,
    ONE_CHILD_ALREADY,
    SIBLINGS_WOULD_BE_ONE
  }
}
