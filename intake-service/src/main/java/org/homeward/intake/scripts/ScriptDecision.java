package org.homeward.intake.scripts;

/** What became of it. */
sealed interface ScriptDecision {

  record Changed(Script next) implements ScriptDecision {}

  record Unchanged() implements ScriptDecision {}

  record Refused(Refusal why) implements ScriptDecision {}

  /** Why nothing becomes of a command. */
  enum Refusal {
    /** Another one stands than the one that was seen. */
    STALE,
    NOTHING_PROPOSED,
    /** Nobody approves what she has written. */
    OWN_TEXT
  }
}
