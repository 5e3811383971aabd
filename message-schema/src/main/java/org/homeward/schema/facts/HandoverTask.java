package org.homeward.schema.facts;

/** A task for a person in a handover. */
public enum HandoverTask {
  ACKNOWLEDGEMENT_OVERDUE,
  ANSWER_OVERDUE,
  GAVE_UP,
  READ_SIGHTING,
  READ_PROPOSAL,
  RECEIPT_OVERDUE,
  /** The answer of the partner's machine does not fit: a person has to ask. */
  CALL_PARTNER,
  OTHER
}
