package org.homeward.schema.facts;

/** Lawful basis of telling somebody outside the case team. */
public enum Basis {
  LEGAL_DUTY,
  VITAL_INTEREST,
  PUBLIC_TASK,
  LEGITIMATE_INTEREST,
  CONSENT,
  OTHER
}
