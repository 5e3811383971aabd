package org.homeward.schema.facts;

/**
 * A person or body that has harmed the child or may: it decides whether the police should be told.
 */
public enum Feared {
  CAREGIVER,
  INSTITUTION,
  POLICE,
  ACQUAINTANCE,
  STRANGER,
  NOBODY,
  OTHER
}
