package org.homeward.intake.photos;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Something that a person did with a photo.
 *
 * @param by opaque id of the person
 */
record Deed(String by, Instant at) {

  Deed {
    requireNonNull(by, "by");
    requireNonNull(at, "at");
  }
}
