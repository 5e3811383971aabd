package org.homeward.schema.bridge;

/** An age as coarse as an offer tells it. */
public enum AgeBand {
  YEARS_0_TO_6,
  YEARS_7_TO_12,
  YEARS_13_TO_17,
  OTHER
}
