package org.homeward.schema.people;

import static java.util.Objects.requireNonNull;

import org.homeward.schema.values.Code;
import org.homeward.schema.values.Text;
import org.jspecify.annotations.Nullable;

/** A piece of clothing: coded parts for everybody, words for those who search. */
public record Clothing(
    Code<Garment> garment, @Nullable Code<Colour> colour, @Nullable Text description) {

  public Clothing {
    requireNonNull(garment, "garment");
  }

  @Override
  public String toString() {
    return "Clothing[redacted]";
  }
}
