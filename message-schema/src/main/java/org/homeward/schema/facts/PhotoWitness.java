package org.homeward.schema.facts;

/** The person who says that a photo shows this child. */
public enum PhotoWitness {
  PARENT,
  RELATIVE,
  CHILD,
  SCHOOL,
  POLICE,
  STAFF_KNOWS_CHILD,
  /** Nobody who knows the child has said so. */
  NOBODY,
  OTHER
}
