package org.homeward.intake.calls;

/** What became of the call. */
sealed interface CallDecision {

  record Changed(KeptCall next) implements CallDecision {}

  record Unchanged() implements CallDecision {}

  record Refused(Refusal why) implements CallDecision {}

  /** Why nothing becomes of a command. */
  enum Refusal {
    NO_SUCH_CALL,
    CALL_TIED,
    EXERCISE_AND_REAL
  }
}
