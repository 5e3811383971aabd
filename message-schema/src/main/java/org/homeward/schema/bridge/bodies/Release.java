package org.homeward.schema.bridge.bodies;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.homeward.schema.snapshots.HandedCase;

/** The case for the first time, or in a wider scope, to be held until the lease ends. */
public record Release(HandedCase content, Instant leaseUntil) implements Body.Content {

  public Release {
    requireNonNull(content, "content");
    requireNonNull(leaseUntil, "leaseUntil");
  }

  @Override
  public String toString() {
    return "Release[redacted]";
  }
}
