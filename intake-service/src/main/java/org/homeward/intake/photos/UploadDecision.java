package org.homeward.intake.photos;

/** The outcome of a command to an upload. */
sealed interface UploadDecision {

  record Changed(KeptUpload next) implements UploadDecision {}

  record Unchanged() implements UploadDecision {}

  record Refused(Refusal why) implements UploadDecision {}

  /** Why nothing becomes of a command. */
  enum Refusal {
    UNSEEN,
    /** The child sent it, and no supervisor has decided about it. */
    SUPERVISOR_FIRST,
    NOT_DESCRIBED,
    NOT_RELEASED,
    NOT_DATED,
    NOT_WITNESSED,
    NOT_PROPOSED,
    SAME_PERSON,
    IS_PUBLIC,
    LOCKED,
    NOT_LOCKED,
    NOT_HANDED_OVER,
    HANDED_OVER,
    /** Whoever decided its hand-over, or took it over from a tip, does not end it alone. */
    ANOTHER_PERSON_NEEDED,
    GONE,
    /** A photo is asked for what is of papers alone, or the other way round. */
    OTHER_KIND
  }
}
