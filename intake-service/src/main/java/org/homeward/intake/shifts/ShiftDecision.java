package org.homeward.intake.shifts;

/** What became of it. */
sealed interface ShiftDecision {

  record Changed(KeptShift next) implements ShiftDecision {}

  record Unchanged() implements ShiftDecision {}

  record Refused(Refusal why) implements ShiftDecision {}

  /** Why nothing becomes of a command. */
  enum Refusal {
    NO_SUCH_SHIFT,
    /** Nobody relieves herself. */
    OWN_SHIFT,
    NOT_YOUR_SHIFT,
    SHIFT_OVER
  }
}
