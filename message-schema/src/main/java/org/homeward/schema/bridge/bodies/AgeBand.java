package org.homeward.schema.bridge.bodies;

/** An age band, as coarse as in an offer. */
public enum AgeBand {
  YEARS_0_TO_6,
  YEARS_7_TO_12,
  YEARS_13_TO_17,
  OTHER
}
