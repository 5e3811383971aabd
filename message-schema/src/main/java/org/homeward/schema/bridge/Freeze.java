package org.homeward.schema.bridge;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Nothing more goes out of what the holder has, until a sync lifts it. */
public record Freeze(Instant at) implements Body.Bare {

  public Freeze {
    requireNonNull(at, "at");
  }
}
