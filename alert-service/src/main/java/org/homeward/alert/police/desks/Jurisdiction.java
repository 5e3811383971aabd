package org.homeward.alert.police.desks;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The area of responsibility of a desk.
 *
 * @param country ISO 3166-1 alpha-2
 * @param region ISO 3166-2 of that country; absent for the whole country
 */
record Jurisdiction(String country, @Nullable String region) {

  Jurisdiction {
    requireNonNull(country, "country");
  }

  /** The region, or the whole country. */
  String area() {
    return region == null ? country : region;
  }
}
