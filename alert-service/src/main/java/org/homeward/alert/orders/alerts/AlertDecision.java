package org.homeward.alert.orders.alerts;

import org.homeward.schema.event.ChangeType;
import org.jspecify.annotations.Nullable;

/** The decision about a command to an alert. */
sealed interface AlertDecision {

  /** The alert is in this state already, or the command does not concern it. */
  record Same() implements AlertDecision {}

  record Refused(AlertRefusal why) implements AlertDecision {}

  /**
   * It is written.
   *
   * @param change null when nobody else needs to hear of it
   */
  record Becomes(Alert alert, @Nullable ChangeType change) implements AlertDecision {}
}
