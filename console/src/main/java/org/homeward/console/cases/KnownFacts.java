package org.homeward.console.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.facts.Fact;
import org.homeward.console.facts.FactWords;
import org.homeward.console.facts.Statement;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** The facts of a case, each with where it came from, and what nobody has asked. */
final class KnownFacts {

  private static final String SIGHTINGS = "sightings";

  private final Words words;
  private final FactWords factWords;
  private final JsonNode found;
  private final boolean states;
  private final boolean asks;
  private final String reader;
  private final Instant now;

  /**
   * @param states whether this person states facts of the case
   * @param asks whether this hotline still asks: a partner asks its own callers
   * @param reader id of the person at the browser
   */
  KnownFacts(
      Words words,
      FactWords factWords,
      JsonNode found,
      boolean states,
      boolean asks,
      String reader,
      Instant now) {
    this.words = words;
    this.factWords = factWords;
    this.found = found;
    this.states = states;
    this.asks = asks;
    this.reader = reader;
    this.now = now;
  }

  /** The children, then the episode. */
  List<CasePage.Group> groups() {
    JsonNode facts = found.path("facts");
    List<CasePage.Group> groups = new ArrayList<>();
    Set<String> children = new LinkedHashSet<>(facts.path("children").propertyNames());
    children.addAll(found.path("children").propertyNames());
    for (String id : children) {
      JsonNode child = facts.path("children").path(id);
      String title =
          children.size() == 1 ? words.say("case.facts.child") : CaseWords.child(words, child);
      groups.add(group(title, id, factWords.ofChild(child), FactWords.notAskedOfChild(child)));
    }
    groups.add(
        group(
            words.say("case.facts.case"),
            "",
            factWords.ofCase(facts),
            FactWords.notAskedOfCase(facts)));
    return groups.stream()
        .filter(group -> !group.facts().isEmpty() || !group.notAsked().isEmpty())
        .toList();
  }

  /** One source for all is said once. */
  private CasePage.Group group(
      String title, String child, List<Fact> facts, List<String> notAsked) {
    List<CasePage.Known> known = facts.stream().map(fact -> known(fact, child)).toList();
    List<String> sources = known.stream().map(CasePage.Known::source).distinct().toList();
    List<CasePage.Link> missing =
        notAsked.stream()
            .filter(_ -> asks)
            .map(field -> new CasePage.Link(words.say("fact." + field), place(field, child)))
            .toList();
    return new CasePage.Group(title, sources.size() == 1 ? sources.getFirst() : "", known, missing);
  }

  private CasePage.Known known(Fact fact, String child) {
    String field = fact.field();
    var counting = Statement.counting(found, field, child);
    String before =
        counting
            .map(statement -> statement.before(found, field, child, factWords))
            .filter(was -> !was.isEmpty())
            .map(was -> words.say("source.was", was.replace("\n", ", ")))
            .orElse("");
    String source = counting.map(statement -> statement.source(words, reader, now)).orElse("");
    return new CasePage.Known(fact, source, before, place(field, child));
  }

  /** Where a fact is stated or corrected; empty when this person cannot, and of what tips say. */
  private String place(String field, String child) {
    if (!states || field.equals(SIGHTINGS)) {
      return "";
    }
    String ofChild = child.isEmpty() ? "" : "?child=" + child;
    return "/cases/" + found.path("id").asString("") + "/facts/" + field + ofChild;
  }
}
