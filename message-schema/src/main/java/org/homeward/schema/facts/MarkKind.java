package org.homeward.schema.facts;

/** What sort of mark the body carries. */
public enum MarkKind {
  SCAR,
  TATTOO,
  PIERCING,
  BIRTHMARK,
  OTHER
}
