package org.homeward.intake.screening;

/** The answer about one indicator. */
enum Reply {
  YES,
  NO,
  /** Somebody was asked, and nobody knows. */
  UNKNOWN,
  NOT_ASKED
}
