package org.homeward.schema.facts;

/** Why a report is kept from the police for now. */
public enum HoldReason {
  CHILD_CALLED,
  CAREGIVER_NAMED,
  INSTITUTION_NAMED,
  POLICE_NAMED,
  AT_RISK,
  REFUSED,
  FOREIGN_CASE,
  UNDECIDED,
  OTHER
}
