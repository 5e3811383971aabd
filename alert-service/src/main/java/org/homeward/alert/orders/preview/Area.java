package org.homeward.alert.orders.preview;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Where an alert goes.
 *
 * @param country ISO 3166-1 alpha-2
 * @param regions ISO 3166-2 of that country; empty for the whole of it
 */
public record Area(String country, List<String> regions) {

  public Area {
    requireNonNull(country, "country");
    regions = regions == null ? List.of() : regions.stream().distinct().sorted().toList();
  }

  /** Whether a volunteer of these regions lives in it; none means the whole country. */
  public boolean holds(String elsewhere, List<String> wanted) {
    return country.equals(elsewhere)
        && (regions.isEmpty() || wanted.isEmpty() || wanted.stream().anyMatch(regions::contains));
  }
}
