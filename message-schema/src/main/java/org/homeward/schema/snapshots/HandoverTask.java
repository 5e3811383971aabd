package org.homeward.schema.snapshots;

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
  /** The case is kept from the partner since it was told: a person has to recall it. */
  RECALL_PARTNER,
  /** The partner named persons of this node who must not know: a person here has to decide. */
  PERSONS_NAMED,
  OTHER
}
