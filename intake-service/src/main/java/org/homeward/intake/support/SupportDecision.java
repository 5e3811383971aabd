package org.homeward.intake.support;

/** The outcome of a command about support. */
sealed interface SupportDecision {

  record Changed(Support next) implements SupportDecision {}

  record Gone() implements SupportDecision {}

  record Unchanged() implements SupportDecision {}

  record Refused(Refusal why) implements SupportDecision {}

  /** Why nothing becomes of a command. */
  enum Refusal {
    FILE_ERASED,
    NO_SUCH_NEED,
    NO_SUCH_SERVICE,
    /** The service is at another stage. */
    NOT_NOW,
    OWN_WORD_MISSING,
    PARENT_MISSING,
    SOCIAL_WORK_MISSING,
    /** This word is never asked for: a parent's who is feared, or one about an adult. */
    NOT_ASKED,
    FULL
  }
}
