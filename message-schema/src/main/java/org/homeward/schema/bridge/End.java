package org.homeward.schema.bridge;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** The case has ended; how, is not said. What the holder has stays hidden until recall or lease. */
public record End(Instant at) implements Body.Bare {

  public End {
    requireNonNull(at, "at");
  }
}
