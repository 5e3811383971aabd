package org.homeward.schema.facts;

/** Who a companion is to the child. */
public enum CompanionRelation {
  PARENT,
  RELATIVE,
  ACQUAINTANCE,
  ONLINE_CONTACT,
  STRANGER,
  OTHER
}
