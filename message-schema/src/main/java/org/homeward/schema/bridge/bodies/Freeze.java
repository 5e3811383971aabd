package org.homeward.schema.bridge.bodies;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** The holder passes nothing on, until a sync lifts the freeze. */
public record Freeze(Instant at) implements Body.Bare {

  public Freeze {
    requireNonNull(at, "at");
  }
}
