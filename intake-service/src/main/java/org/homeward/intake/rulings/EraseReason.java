package org.homeward.intake.rulings;

/** Why a case is erased. */
public enum EraseReason {
  SUBJECT_REQUEST,
  RETENTION_OVER,
  OPENED_BY_MISTAKE,
  COURT_ORDER,
  /** Its owner recalled it, or its lease is over. */
  RECALLED
}
