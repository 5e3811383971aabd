package org.homeward.schema.facts;

/** The six Belgian criteria of a disquieting disappearance; one is enough. */
public enum RiskCriterion {
  UNDER_13,
  DISABILITY,
  VITAL_MEDICINE,
  DANGER_OF_DEATH,
  THREATENING_THIRD_PARTY,
  OUT_OF_CHARACTER,
  OTHER
}
