package org.homeward.alert.subscribers.subscriptions;

import java.util.List;

/**
 * The alerts that a volunteer asked for.
 *
 * @param country ISO 3166-1 alpha-2
 * @param regions ISO 3166-2; empty for the whole country
 * @param language as {@code sr}
 * @param exercise exercises and nothing else
 */
public record Interest(String country, List<String> regions, String language, boolean exercise) {

  public Interest {
    regions = List.copyOf(regions);
  }
}
