package org.homeward.schema.codes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** ISO 3166-2: the regions of countries, and which region lies in which. */
public final class Regions {

  /** Code to the region or country that it is a part of. */
  private static final Map<String, String> WHOLE_OF = wholeOf();

  private Regions() {}

  /** Whether it is a region of this country, such as {@code RS-VO} of {@code RS}. */
  public static boolean has(String country, String region) {
    return WHOLE_OF.containsKey(region) && region.startsWith(country + "-");
  }

  /** All of a country, by code. */
  public static List<String> of(String country) {
    return WHOLE_OF.keySet().stream()
        .filter(region -> region.startsWith(country + "-"))
        .sorted()
        .toList();
  }

  /** Whether the first is the second or holds it, as {@code RS-VO} holds {@code RS-01}. */
  public static boolean holds(String whole, String part) {
    @Nullable String up = part;
    while (up != null && !up.equals(whole)) {
      up = WHOLE_OF.get(up);
    }
    return up != null;
  }

  /** Whether whoever is in one of them may be in the other: one of them holds the other. */
  public static boolean meet(String one, String other) {
    return holds(one, other) || holds(other, one);
  }

  private static Map<String, String> wholeOf() {
    Map<String, String> wholeOf = new HashMap<>();
    CodeFile.read("iso-3166-2.txt")
        .forEach(
            (whole, parts) ->
                parts.forEach(part -> wholeOf.put(whole.substring(0, 2) + "-" + part, whole)));
    return Map.copyOf(wholeOf);
  }
}
