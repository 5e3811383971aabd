package org.homeward.schema.bridge.bodies;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.homeward.schema.snapshots.HandedCase;

/** The case as it is now; it renews the lease and lifts a freeze. */
public record Sync(HandedCase content, Instant leaseUntil) implements Body.Content {

  public Sync {
    requireNonNull(content, "content");
    requireNonNull(leaseUntil, "leaseUntil");
  }

  @Override
  public String toString() {
    return "Sync[redacted]";
  }
}
