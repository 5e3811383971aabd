package org.homeward.alert.orders.stops;

import org.homeward.schema.event.ChangeType;
import org.jspecify.annotations.Nullable;

/** What becomes of a stop. */
sealed interface StopDecided {

  /** It is so already. */
  record Same() implements StopDecided {}

  /** The first of two; another person must say it too. */
  record SamePerson() implements StopDecided {}

  /**
   * It is written.
   *
   * @param change null when nobody else needs to hear of it
   */
  record Becomes(Stop stop, @Nullable ChangeType change) implements StopDecided {}
}
