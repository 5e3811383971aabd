package org.homeward.schema.bridge.bodies;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.homeward.schema.values.Code;

/** A copy that cannot be erased at once, and when it is gone. */
public record Remains(Code<RemainsIn> where, Instant until) {

  public Remains {
    requireNonNull(where, "where");
    requireNonNull(until, "until");
  }
}
