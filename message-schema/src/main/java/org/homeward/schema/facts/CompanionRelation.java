package org.homeward.schema.facts;

/** The relation of a companion to the child. */
public enum CompanionRelation {
  PARENT,
  RELATIVE,
  ACQUAINTANCE,
  ONLINE_CONTACT,
  STRANGER,
  OTHER
}
