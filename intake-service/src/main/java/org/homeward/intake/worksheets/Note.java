package org.homeward.intake.worksheets;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A note about a case.
 *
 * @param by opaque id of the person
 */
record Note(String id, String text, String by, Instant at) {

  Note {
    requireNonNull(id, "id");
    requireNonNull(text, "text");
    requireNonNull(by, "by");
    requireNonNull(at, "at");
  }

  @Override
  public String toString() {
    return "Note[" + id + "]";
  }
}
