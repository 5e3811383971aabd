package org.homeward.console.criteria;

import java.util.List;
import org.homeward.console.facts.Fact;

/**
 * The rule of the country that orders an alert to everybody, and what the case has of it.
 *
 * @param name of the country's alert; empty where the country has no rule on file
 * @param groups each holds where one of its conditions does
 * @param rule the rest of the rule
 */
public record Criteria(String name, List<List<Line>> groups, List<Fact> rule) {

  public static final Criteria NONE = new Criteria("", List.of(), List.of());

  public Criteria {
    groups = groups.stream().map(List::copyOf).toList();
    rule = List.copyOf(rule);
  }

  public boolean isOnFile() {
    return !name.isEmpty();
  }

  /**
   * A condition, in words.
   *
   * @param state as the API has it
   * @param says whether it is met
   */
  public record Line(String condition, String state, String says, String why) {}
}
