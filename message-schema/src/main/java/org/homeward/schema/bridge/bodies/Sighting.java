package org.homeward.schema.bridge.bodies;

import static java.util.Objects.requireNonNull;

import org.homeward.schema.snapshots.HandedSighting;

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
