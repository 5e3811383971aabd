package org.homeward.alert.orders.alerts;

import org.homeward.schema.event.ChangeType;
import org.jspecify.annotations.Nullable;

/** What becomes of an alert. */
sealed interface AlertDecided {

  /** It is so already, or does not concern it. */
  record Same() implements AlertDecided {}

  record Refused(Refusal why) implements AlertDecided {}

  /**
   * It is written.
   *
   * @param change null when nobody else needs to hear of it
   */
  record Becomes(Alert alert, @Nullable ChangeType change) implements AlertDecided {}
}
