package org.homeward.schema.facts;

/** The reason why a report is held from the police. */
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
