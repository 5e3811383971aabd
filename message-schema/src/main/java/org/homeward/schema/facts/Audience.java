package org.homeward.schema.facts;

/** Who may know. A set of these, not a ladder. */
public enum Audience {
  PUBLIC,
  VOLUNTEER,
  PARTNER,
  POLICE,
  CASE_TEAM,
  CONFIDANT,
  SEALED
}
