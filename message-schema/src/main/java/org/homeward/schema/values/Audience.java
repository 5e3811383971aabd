package org.homeward.schema.values;

/** A circle of readers. A set of these, not a ladder. */
public enum Audience {
  PUBLIC,
  VOLUNTEER,
  PARTNER,
  POLICE,
  CASE_TEAM,
  CONFIDANT,
  SEALED
}
