package org.homeward.alert.subscribers.destinations;

import java.util.List;

/**
 * The alerts that a destination asked for.
 *
 * @param country ISO 3166-1 alpha-2
 * @param regions ISO 3166-2; empty for the whole country
 * @param language as {@code sr}
 * @param exercise exercises and nothing else
 * @param channel on which they come
 */
public record Interest(
    String country, List<String> regions, String language, boolean exercise, Channel channel) {

  public Interest {
    regions = List.copyOf(regions);
  }
}
