package org.homeward.trials.soak.history;

/** The kind of a request. */
public enum Kind {
  FILE,
  RELEASE,
  END,
  ERASE,
  OFFER,
  ACKNOWLEDGE,
  ACCEPT,
  CHECK,
  SIGHTING,
  BRAKE,
  RECALL,
  DRAFT,
  APPROVE,
  STOP,
  FREEZE,
  /** A freeze that two people lift. */
  LIFT,
  /** A volunteer wants no more mails. */
  LEAVE,
  /** A look at a case, which must be recorded. */
  LOOK,
  /** A partner tries to end a case that it does not own: never granted. */
  FOREIGN_END,
  /** An author tries to approve her own alert: never granted. */
  OWN_APPROVAL,
  /** An exercise is offered to a partner that is none: never granted. */
  EXERCISE_OFFER
}
