package org.homeward.alert.orders.criteria;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The rule of a country, held against a case. It is a part of what is approved.
 *
 * @param rule as it was then
 * @param groups of each, one condition must hold
 */
public record CheckedCriteria(CountryRule rule, List<List<Criterion>> groups) {

  public CheckedCriteria {
    requireNonNull(rule, "rule");
    groups = groups == null ? List.of() : groups.stream().map(List::copyOf).toList();
  }

  @Override
  public String toString() {
    return "CheckedCriteria[" + rule.country() + "]";
  }
}
