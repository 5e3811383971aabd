package org.homeward.intake.screening;

/** The source of an answer. */
enum SaidBy {
  /** The person whom the screening is about. */
  THE_PERSON,
  FAMILY,
  WITNESS,
  PROFESSIONAL,
  /** Staff of the hotline saw it. */
  STAFF
}
