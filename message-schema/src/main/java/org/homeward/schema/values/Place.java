package org.homeward.schema.values;

import org.jspecify.annotations.Nullable;

/**
 * A place, as exactly as it is known.
 *
 * @param country ISO 3166-1 alpha-2
 * @param region ISO 3166-2 of that country
 * @param locality town or district, the coarse part that may be told to many
 * @param text address or description, the exact part
 * @param uncertaintyMetres radius around the point in which the place lies
 */
public record Place(
    @Nullable String country,
    @Nullable String region,
    @Nullable String locality,
    @Nullable String text,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable Integer uncertaintyMetres) {

  public static Place of(String country, String locality) {
    return new Place(country, null, locality, null, null, null, null);
  }

  /** As coarse as desks are responsible: the region, or the country where no region is known. */
  public @Nullable String area() {
    return region == null ? country : region;
  }

  @Override
  public String toString() {
    return "Place[redacted]";
  }
}
