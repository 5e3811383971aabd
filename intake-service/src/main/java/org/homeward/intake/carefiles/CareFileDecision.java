package org.homeward.intake.carefiles;

import org.homeward.intake.rulings.EraseReason;

/** What became of a care file. */
sealed interface CareFileDecision {

  record Changed(CareFile next) implements CareFileDecision {}

  /** It was taken away from somebody, or shown to somebody: the ends log hears who is left. */
  record Shared(CareFile next) implements CareFileDecision {}

  /** The time erases it, or a restore does so again. */
  record Gone(GoneCareFile stone) implements CareFileDecision {}

  /**
   * Two persons erase it.
   *
   * @param with who said the first word
   */
  record Erased(GoneCareFile stone, String with, EraseReason reason) implements CareFileDecision {}

  record Unchanged() implements CareFileDecision {}

  record Refused(Refusal why) implements CareFileDecision {}

  /** Why nothing becomes of a command. */
  enum Refusal {
    NO_SUCH_FILE,
    /** The answers are about somebody of another age than the file says by now. */
    AGE_CHANGED,
    CONSENT_MISSING,
    /** The named ground is none for somebody of this age. */
    NO_GROUND,
    /** A child is not asked to consent. */
    CHILD_ASKED,
    FILE_FULL
  }
}
