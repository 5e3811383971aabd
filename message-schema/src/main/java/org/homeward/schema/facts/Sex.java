package org.homeward.schema.facts;

/** Sex as said by the caller. */
public enum Sex {
  FEMALE,
  MALE,
  OTHER
}
