package org.homeward.console.criteria;

import java.time.Duration;
import java.util.List;
import org.homeward.console.criteria.Criteria.Line;
import org.homeward.console.facts.Fact;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Says in a reader's words what a country's rule asks of an alert to everybody. */
public record CriteriaWords(Words words) {

  public Criteria of(JsonNode criteria) {
    JsonNode rule = criteria.path("rule");
    return rule.isMissingNode()
        ? Criteria.NONE
        : new Criteria(
            rule.path("name").asString(""),
            criteria
                .path("groups")
                .valueStream()
                .map(group -> group.valueStream().map(this::line).toList())
                .toList(),
            facts(rule));
  }

  private Line line(JsonNode criterion) {
    String of = criterion.path("of").asString("");
    String state = criterion.path("state").asString("");
    return new Line(
        words.say("alert.criteria.of." + of, criterion.path("below").asInt(0)),
        state,
        words.say("alert.criteria.state." + state),
        words.say("alert.criteria.why." + criterion.path("why").asString("")));
  }

  private List<Fact> facts(JsonNode rule) {
    JsonNode says = rule.path("says").path(words.language().tag());
    long hours = Duration.parse(rule.path("longest").asString("PT0S")).toHours();
    return List.of(
        fact("orders", says.path("orders").asString("")),
        fact("longest", words.count("alert.criteria.hours", hours)),
        fact("rhythm", says.path("rhythm").asString("")),
        fact("extension", says.path("extension").asString("")),
        fact("ends", says.path("ends").asString("")),
        fact("source", rule.path("source").asString("")));
  }

  private Fact fact(String name, String value) {
    return new Fact(name, words.say("alert.criteria.rule." + name), value, false);
  }
}
