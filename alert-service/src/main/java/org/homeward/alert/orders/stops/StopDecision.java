package org.homeward.alert.orders.stops;

import org.homeward.schema.event.ChangeType;
import org.jspecify.annotations.Nullable;

/** The decision about a command to a stop. */
sealed interface StopDecision {

  /** It is so already. */
  record Same() implements StopDecision {}

  /** The first of two; another person must say it too. */
  record SamePerson() implements StopDecision {}

  /**
   * It is written.
   *
   * @param change null when nobody else needs to hear of it
   */
  record Becomes(Stop stop, @Nullable ChangeType change) implements StopDecision {}
}
