package org.homeward.schema.bridge.bodies;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The case has ended; the outcome is not part of it. The holder's content stays hidden until a
 * recall or the lease's end.
 */
public record End(Instant at) implements Body.Bare {

  public End {
    requireNonNull(at, "at");
  }
}
