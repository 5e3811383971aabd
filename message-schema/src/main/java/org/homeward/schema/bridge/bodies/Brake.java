package org.homeward.schema.bridge.bodies;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/**
 * The holder stops its own work on the case and asks the owner to freeze.
 *
 * @param policeReference of the holder's police, letters, digits and {@code . _ / -} only
 */
public record Brake(Code<BrakeReason> reason, @Nullable String policeReference, Instant at)
    implements Body.Bare {

  public Brake {
    requireNonNull(reason, "reason");
    requireNonNull(at, "at");
  }
}
