package org.homeward.intake.cases;

/** Why a case is erased. */
public enum EraseReason {
  SUBJECT_REQUEST,
  RETENTION_OVER,
  OPENED_BY_MISTAKE,
  COURT_ORDER,
  /** Its owner has called it back, or the time for which it was lent is over. */
  RECALLED
}
