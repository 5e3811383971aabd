package org.homeward.schema.sightings;

/** How far the giver of a tip can be relied on, from A (always) to E (never); F: nobody can say. */
public enum SourceGrade {
  A,
  B,
  C,
  D,
  E,
  F,
  OTHER
}
