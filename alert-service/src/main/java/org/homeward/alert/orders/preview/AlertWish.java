package org.homeward.alert.orders.preview;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The alert that an author asks for.
 *
 * @param languages in which it is to go out
 * @param text the author's own words by language
 * @param authority id of an entry in the register
 * @param reference the authority's own, for this alert
 */
public record AlertWish(
    Area area,
    List<String> languages,
    Map<String, String> text,
    Instant until,
    String authority,
    String reference) {

  public AlertWish {
    requireNonNull(area, "area");
    requireNonNull(until, "until");
    requireNonNull(authority, "authority");
    requireNonNull(reference, "reference");
    languages = languages == null ? List.of() : languages.stream().distinct().sorted().toList();
    text = text == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(text));
  }

  @Override
  public String toString() {
    return "Wish[redacted]";
  }
}
