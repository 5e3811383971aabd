package org.homeward.intake.risk;

/** An answer to one question about a case. */
enum Reply {
  YES,
  NO,
  /** Somebody was asked, and nobody knows. */
  UNKNOWN,
  NOT_ASKED
}
