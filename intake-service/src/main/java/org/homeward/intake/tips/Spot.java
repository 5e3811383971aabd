package org.homeward.intake.tips;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Where on the map a person of the team puts the place that a tip names.
 *
 * @param withinMetres how far off the place may be
 * @param by opaque id of the person
 */
record Spot(double latitude, double longitude, int withinMetres, String by, Instant at) {

  Spot {
    requireNonNull(by, "by");
    requireNonNull(at, "at");
  }

  /** Whether the same person says the same again. */
  boolean says(Spot other) {
    return latitude == other.latitude
        && longitude == other.longitude
        && withinMetres == other.withinMetres
        && by.equals(other.by);
  }

  @Override
  public String toString() {
    return "Spot[redacted]";
  }
}
