package org.homeward.alert.orders.criteria;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeward.schema.facts.Says;

/** The rules of all countries that have a file. */
public final class CountryRules {

  private final Map<String, CountryRule> rules;

  CountryRules(Collection<CountryRule> rules) {
    this.rules =
        rules.stream()
            .collect(Collectors.toUnmodifiableMap(CountryRule::country, Function.identity()));
  }

  /** How long an alert lasts there at most; empty where no rule says so. */
  public Optional<Duration> longest(String country) {
    return Optional.ofNullable(rules.get(country)).map(CountryRule::longestAlert);
  }

  /**
   * Holds the rule of a country against a case; empty where the country has no file.
   *
   * @param told what police may read of the case
   * @param shown what the readers of the alert get of the children in it
   * @param hasPhoto whether they get a picture
   */
  public Optional<CheckedCriteria> check(
      String country, Says told, Says shown, boolean hasPhoto, LocalDate today) {
    return Optional.ofNullable(rules.get(country))
        .map(rule -> new CheckCriteria(country, told, shown, hasPhoto, today).of(rule));
  }
}
