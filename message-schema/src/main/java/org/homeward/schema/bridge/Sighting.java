package org.homeward.schema.bridge;

import static java.util.Objects.requireNonNull;

import org.homeward.schema.facts.HandedSighting;

/** A sighting of the holder. */
public record Sighting(HandedSighting sighting) implements Body.Content {

  public Sighting {
    requireNonNull(sighting, "sighting");
  }

  @Override
  public String toString() {
    return "Sighting[redacted]";
  }
}
