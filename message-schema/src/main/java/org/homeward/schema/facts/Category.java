package org.homeward.schema.facts;

/**
 * Why the child is missing, as far as it is known now: the five categories of Missing Children
 * Europe, and {@code AT_RISK} for a child who is not missing yet.
 */
public enum Category {
  RUNAWAY,
  PARENTAL_ABDUCTION,
  MISSING_MIGRANT,
  THIRD_PARTY_ABDUCTION,
  LOST_INJURED_OTHER,
  AT_RISK,
  OTHER
}
