package org.homeward.schema.bridge.bodies;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.homeward.schema.snapshots.RecallReason;
import org.homeward.schema.values.Code;

/** Stop and erase. */
public record Recall(Code<RecallReason> reason, Instant at) implements Body.Bare {

  public Recall {
    requireNonNull(reason, "reason");
    requireNonNull(at, "at");
  }
}
