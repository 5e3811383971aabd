package org.homeward.schema.people;

/** The kind of a mark on the body. */
public enum MarkKind {
  SCAR,
  TATTOO,
  PIERCING,
  BIRTHMARK,
  OTHER
}
