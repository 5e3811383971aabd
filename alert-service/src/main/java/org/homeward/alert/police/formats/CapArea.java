package org.homeward.alert.police.formats;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.schema.facts.LastSeen;
import org.homeward.schema.values.Place;
import org.jspecify.annotations.Nullable;

/**
 * Where the child was last seen, as CAP describes an area; a shape only where a point was stated.
 *
 * @param circle {@code latitude,longitude radius} in kilometres
 */
record CapArea(String description, @Nullable String circle) {

  private static final int METRES = 3;

  static CapArea of(@Nullable LastSeen seen) {
    Place place = seen == null ? null : seen.place();
    return place == null
        ? new CapArea("Place not known", null)
        : new CapArea(description(place), circle(place));
  }

  private static String description(Place place) {
    String all =
        Stream.of(place.text(), place.locality(), place.country())
            .filter(Objects::nonNull)
            .map(part -> part.replaceAll("\\s+", " ").strip())
            .filter(part -> !part.isEmpty())
            .distinct()
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "Place not described" : all;
  }

  /** Nothing is invented: without a stated uncertainty the area is the point itself. */
  private static @Nullable String circle(Place place) {
    if (place.latitude() == null || place.longitude() == null) {
      return null;
    }
    Integer metres = place.uncertaintyMetres();
    BigDecimal kilometres = BigDecimal.valueOf(metres == null ? 0 : metres, METRES);
    return plain(place.latitude()) + "," + plain(place.longitude()) + " " + kilometres;
  }

  private static String plain(double degrees) {
    return BigDecimal.valueOf(degrees).toPlainString();
  }
}
