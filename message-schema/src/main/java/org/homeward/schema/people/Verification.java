package org.homeward.schema.people;

/** The verification of an end; a parent's word is not in the list. */
public enum Verification {
  POLICE_REFERENCE,
  AUTHORITY_REFERENCE,
  INSTITUTION_CALLED_BACK,
  STAFF_SAW_CHILD,
  OTHER
}
