package org.homeward.schema.people;

/** The answer of police who looked for custody and protection orders. */
public enum OrdersFinding {
  NONE_FOUND,
  FOUND,
  /** The word was recorded by mistake: nobody has checked. */
  MISTAKEN,
  OTHER
}
