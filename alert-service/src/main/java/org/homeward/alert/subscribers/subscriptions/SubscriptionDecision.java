package org.homeward.alert.subscribers.subscriptions;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The decision about a command to a subscription. */
sealed interface SubscriptionDecision {

  /**
   * It is to be written.
   *
   * @param dues all its alarms from now on
   */
  record Becomes(Subscription state, Map<String, Instant> dues, List<String> changes)
      implements SubscriptionDecision {}

  /** It is as the caller wants it. */
  record AsItIs() implements SubscriptionDecision {}

  /** The command is not possible, or not any more. */
  record Refused() implements SubscriptionDecision {}
}
