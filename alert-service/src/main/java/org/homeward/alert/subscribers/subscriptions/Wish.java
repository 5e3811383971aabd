package org.homeward.alert.subscribers.subscriptions;

import java.util.List;

/**
 * What a volunteer wants to be told of, and how.
 *
 * @param regions ISO 3166-2; empty for the whole country
 */
record Wish(List<String> regions, Language language) {

  Wish {
    regions = regions == null ? List.of() : List.copyOf(regions);
  }
}
