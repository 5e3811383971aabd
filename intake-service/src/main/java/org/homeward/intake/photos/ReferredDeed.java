package org.homeward.intake.photos;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Something that a person did because police or a prosecutor said so.
 *
 * @param by opaque id of the person
 * @param reference of the police: their written word, or who collected it
 */
record ReferredDeed(String by, Instant at, String reference) {

  ReferredDeed {
    requireNonNull(by, "by");
    requireNonNull(at, "at");
    requireNonNull(reference, "reference");
  }

  @Override
  public String toString() {
    return "ReferredDeed[redacted]";
  }
}
