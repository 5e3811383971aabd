package org.homeward.intake.aftercare;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import org.homeward.schema.people.HowFound;
import org.jspecify.annotations.Nullable;

/**
 * A person has closed the case: nothing is left to do about it.
 *
 * @param howFound by id of each child that was found; how its search ended stands in the case
 * @param note in the person's words; null when there is nothing to say
 * @param by opaque id of the person
 */
record Closing(Map<String, HowFound> howFound, @Nullable String note, String by, Instant at) {

  Closing {
    howFound = howFound == null ? Map.of() : Map.copyOf(howFound);
    requireNonNull(by, "by");
    requireNonNull(at, "at");
  }

  @Override
  public String toString() {
    return "Closing[" + at + "]";
  }
}
