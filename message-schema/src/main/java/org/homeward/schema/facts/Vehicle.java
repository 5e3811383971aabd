package org.homeward.schema.facts;

import org.homeward.schema.people.Colour;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.Text;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle the child may be in.
 *
 * @param country where it is registered, ISO 3166-1 alpha-2
 */
public record Vehicle(
    @Nullable String plate,
    @Nullable String country,
    @Nullable String make,
    @Nullable Code<Colour> colour,
    @Nullable Text description) {

  @Override
  public String toString() {
    return "Vehicle[redacted]";
  }
}
