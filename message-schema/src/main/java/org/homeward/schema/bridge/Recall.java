package org.homeward.schema.bridge;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.homeward.schema.facts.Code;
import org.homeward.schema.facts.RecallReason;

/** Stop and erase. */
public record Recall(Code<RecallReason> reason, Instant at) implements Body.Bare {

  public Recall {
    requireNonNull(reason, "reason");
    requireNonNull(at, "at");
  }
}
