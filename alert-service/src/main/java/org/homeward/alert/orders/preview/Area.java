package org.homeward.alert.orders.preview;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.homeward.schema.codes.Regions;

/**
 * The area of an alert.
 *
 * @param country ISO 3166-1 alpha-2
 * @param regions ISO 3166-2 of that country; empty for the whole of it
 */
public record Area(String country, List<String> regions) {

  public Area {
    requireNonNull(country, "country");
    regions = regions == null ? List.of() : regions.stream().distinct().sorted().toList();
  }

  /** Whether it names one of these regions; none means the whole country. */
  boolean names(String elsewhere, List<String> wanted) {
    return country.equals(elsewhere)
        && (regions.isEmpty() || wanted.isEmpty() || wanted.stream().anyMatch(regions::contains));
  }

  /**
   * Whether this concerns somebody who wants to hear of these regions; none means the whole
   * country. A region concerns those of the regions that it is in and of those that are in it.
   */
  boolean concerns(String elsewhere, List<String> wanted) {
    return country.equals(elsewhere)
        && (regions.isEmpty() || wanted.isEmpty() || wanted.stream().anyMatch(this::meets));
  }

  /** Whether somebody may be in both. */
  public boolean overlaps(Area other) {
    return concerns(other.country(), other.regions());
  }

  private boolean meets(String region) {
    return regions.stream().anyMatch(own -> Regions.meet(own, region));
  }
}
