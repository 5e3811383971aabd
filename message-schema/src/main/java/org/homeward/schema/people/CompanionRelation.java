package org.homeward.schema.people;

/** The relation of a companion to the child. */
public enum CompanionRelation {
  PARENT,
  CAREGIVER,
  RELATIVE,
  FRIEND,
  ACQUAINTANCE,
  ONLINE_CONTACT,
  STRANGER,
  OTHER
}
