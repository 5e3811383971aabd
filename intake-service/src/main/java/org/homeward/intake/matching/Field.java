package org.homeward.intake.matching;

/** A field by which two descriptions are compared. */
public enum Field {
  NAME,
  BORN,
  SEX,
  NUMBER,
  MARK,
  COMPANION,
  VEHICLE,
  LANGUAGE,
  HAIR,
  EYES,
  HEIGHT,
  PLACE
}
