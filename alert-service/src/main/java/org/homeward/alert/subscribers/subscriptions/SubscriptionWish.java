package org.homeward.alert.subscribers.subscriptions;

import java.util.List;

/**
 * The regions that a volunteer wants to hear of, and the language.
 *
 * @param regions ISO 3166-2; empty for the whole country
 */
record SubscriptionWish(List<String> regions, Language language) {

  SubscriptionWish {
    regions = regions == null ? List.of() : List.copyOf(regions);
  }
}
