package org.homeward.schema.people;

/** Sex as said by the caller. */
public enum Sex {
  FEMALE,
  MALE,
  OTHER
}
