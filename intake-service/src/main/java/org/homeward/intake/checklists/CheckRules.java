package org.homeward.intake.checklists;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.intake.worksheets.Checks;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.Category;
import org.homeward.schema.facts.RiskLevel;
import org.jspecify.annotations.Nullable;

/**
 * All rules, in the order in which people read them. Of several with one code the first that is
 * about a case stands for it, so that a country's own precedes the one for all.
 */
record CheckRules(List<CheckRule> all, String country) implements Checks {

  CheckRules {
    all = List.copyOf(all);
  }

  /**
   * The rules about a case of this node.
   *
   * @param category null while nobody has stated it
   * @param level null while nobody has stated it
   */
  List<CheckRule> about(CaseKind kind, @Nullable Category category, @Nullable RiskLevel level) {
    Map<String, CheckRule> first = new LinkedHashMap<>();
    all.stream()
        .filter(rule -> rule.when().isAbout(kind, category, level, country))
        .forEach(rule -> first.putIfAbsent(rule.code(), rule));
    return List.copyOf(first.values());
  }

  @Override
  public Optional<Said> said(String code) {
    return ofCountry(code)
        .map(
            rule ->
                new Said(
                    rule.say(), rule.why(), rule.source().document(), rule.source().section()));
  }

  @Override
  public List<Next> after(String code, Instant at) {
    List<Next> next = new ArrayList<>();
    ofCountry(code)
        .flatMap(rule -> Optional.ofNullable(rule.again()))
        .ifPresent(again -> next.add(new Next(code, at.plus(again))));
    all.stream()
        .filter(rule -> code.equals(rule.after()) && isOfCountry(rule))
        .map(rule -> new Next(rule.code(), at.plus(rule.otherwise())))
        .forEach(next::add);
    return next;
  }

  private Optional<CheckRule> ofCountry(String code) {
    return all.stream().filter(rule -> rule.code().equals(code) && isOfCountry(rule)).findFirst();
  }

  private boolean isOfCountry(CheckRule rule) {
    return rule.when().countries().isEmpty() || rule.when().countries().contains(country);
  }
}
