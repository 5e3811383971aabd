package org.homeward.schema.sightings;

/** How far a tip agrees with what is known otherwise: the grades 1 to 6 of police, in order. */
public enum InformationGrade {
  CONFIRMED,
  PROBABLE,
  POSSIBLE,
  DOUBTFUL,
  IMPROBABLE,
  CANNOT_BE_JUDGED,
  OTHER
}
