package org.homeward.alert.orders.criteria;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.alert.orders.criteria.Criterion.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rule of one country for alerts to everybody, as its file has it.
 *
 * @param country ISO 3166-1 alpha-2
 * @param name of the country's alert
 * @param version grows with each change of the file
 * @param source where the rule stands
 * @param dated the day or year of the source
 * @param asks all of these must hold; of each, one of the conditions in it
 * @param longest how long an alert lasts at most, as ISO 8601 has it
 * @param says by language: who orders it, how often it is repeated, whether it is extended, what
 *     ends it
 */
public record CountryRule(
    String country,
    String name,
    int version,
    String source,
    String dated,
    List<List<Ask>> asks,
    String longest,
    Map<String, Says> says) {

  private static final Set<String> LANGUAGES = Set.of("en", "sr-Latn", "sr-Cyrl", "el");

  public CountryRule {
    filled(country, "country");
    filled(name, "name");
    filled(source, "source");
    filled(dated, "dated");
    asks = asks == null ? List.of() : asks.stream().map(List::copyOf).toList();
    if (asks.isEmpty() || asks.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("asks names conditions");
    }
    if (version < 1) throw new IllegalArgumentException("version is 1 or more");
    if (!Set.of(Locale.getISOCountries()).contains(country)) {
      throw new IllegalArgumentException("country is a code of ISO 3166-1");
    }
    if (!Duration.parse(longest).isPositive()) {
      throw new IllegalArgumentException("longest is a time such as PT24H");
    }
    says = says == null ? Map.of() : Map.copyOf(new TreeMap<>(says));
    if (!says.keySet().equals(LANGUAGES)) {
      throw new IllegalArgumentException("says has the languages " + LANGUAGES);
    }
  }

  private static void filled(@Nullable String text, String what) {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException(what + " is missing");
    }
  }

  /**
   * A condition.
   *
   * @param below years of age, for MINOR alone
   */
  public record Ask(
      Predicate of, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer below) {

    public Ask {
      requireNonNull(of, "a condition says of what");
      if ((of == Predicate.MINOR) != (below != null && below > 0)) {
        throw new IllegalArgumentException("below stands at MINOR, and there alone");
      }
    }
  }

  /** The rest of the rule, in words. */
  public record Says(String orders, String rhythm, String extension, String ends) {

    public Says {
      filled(orders, "orders");
      filled(rhythm, "rhythm");
      filled(extension, "extension");
      filled(ends, "ends");
    }
  }

  Duration longestAlert() {
    return Duration.parse(longest);
  }
}
