package org.homeward.trials.soak.history;

/** The kind of a request. */
public enum Kind {
  FILE,
  RELEASE,
  /** A photo of the child. */
  UPLOAD,
  /** A tip with a picture, sent by a stranger. */
  PICTURED,
  CARE_FILE,
  /** What somebody of a care file needs. */
  NEED,
  /** The child's own word about it. */
  WORD,
  /** A service that is offered for it. */
  SERVICE,
  REFERRAL,
  /** The sheet of a referral may leave. */
  CONSENT,
  /** A person has handed the sheet over. */
  SEND,
  /** A provider takes the child of a referral. */
  TAKEN,
  /** A provider has done what was asked, or the referral is revoked. */
  CLOSE,
  /** The offer of a return interview. */
  INTERVIEW,
  /** A tip that somebody of the team takes. */
  TIP,
  /** The tip is tied to the case. */
  TIE,
  END,
  ERASE,
  OFFER,
  ACKNOWLEDGE,
  ACCEPT,
  CHECK,
  SIGHTING,
  BRAKE,
  RECALL,
  /** Police say that no order concerns the children. */
  CHECK_ORDERS,
  DRAFT,
  APPROVE,
  STOP,
  FREEZE,
  /** A freeze that two people lift. */
  LIFT,
  /** The case is kept from a person from now on. */
  EXCLUDE,
  /** That person asks for the case afterwards: never granted. */
  EXCLUDED_LOOK,
  /** A volunteer wants no more mails. */
  LEAVE,
  /** A look at a case, which must be recorded. */
  LOOK,
  /** A partner tries to end a case that it does not own: never granted. */
  FOREIGN_END,
  /** An author tries to approve her own alert: never granted. */
  OWN_APPROVAL,
  /** A second alert of the same case and area while the first is live: never granted. */
  SECOND_ALERT,
  /** An exercise is offered to a partner that is none: never granted. */
  EXERCISE_OFFER
}
