package org.homeward.intake.drafts;

import java.time.Duration;
import java.time.Instant;
import org.homeward.durable.command.Command;
import org.jspecify.annotations.Nullable;

/**
 * A report that is being made of a draft.
 *
 * @param command the request that makes it
 * @param joins the case that it joins; absent when it opens one
 */
record Filing(Command command, @Nullable String joins, Instant at) {

  /** Longer than a request for a report can take. */
  static final Duration PATIENCE = Duration.ofMinutes(1);

  /** From then on somebody has to look whether there is a report. */
  Instant due() {
    return at.plus(PATIENCE);
  }

  boolean isOf(Command other) {
    return command.equals(other);
  }
}
