package org.homeward.schema.facts;

/** What waits for a person in a handover. */
public enum HandoverTask {
  ACKNOWLEDGEMENT_OVERDUE,
  ANSWER_OVERDUE,
  GAVE_UP,
  READ_SIGHTING,
  READ_PROPOSAL,
  RECEIPT_OVERDUE,
  /** What the partner's machine said does not fit: a person has to ask. */
  CALL_PARTNER,
  OTHER
}
