package org.homeward.console.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.schema.disclosure.ReadablePart;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.SaysCodec;
import org.homeward.schema.values.Audience;
import tools.jackson.databind.JsonNode;

/**
 * The part of a report that police get when it is released, by the rule of {@code message-schema}.
 * It is a preview: alert-service decides what goes out.
 *
 * @param sent what police get
 * @param notSent names of the fields that stay here, those of children with {@code child.}; parts
 *     of a field follow it with a dot
 */
record PoliceShare(JsonNode sent, List<String> notSent) {

  PoliceShare {
    notSent = List.copyOf(notSent);
  }

  static PoliceShare of(JsonNode says) {
    Says said = SaysCodec.tolerant(says);
    JsonNode sent = SaysCodec.write(ReadablePart.of(said, Set.of(Audience.POLICE)).says());
    List<String> notSent = new ArrayList<>();
    facts(SaysCodec.write(said), sent, "", notSent);
    return new PoliceShare(sent, notSent.stream().distinct().toList());
  }

  private static void facts(JsonNode said, JsonNode sent, String prefix, List<String> notSent) {
    for (Map.Entry<String, JsonNode> fact : said.properties()) {
      String name = fact.getKey();
      JsonNode there = sent.path(name);
      switch (name) {
        case "audiences" -> {} // says who may know, which is no fact
        case "answers" -> answers(said, sent, prefix, notSent);
        case "children" ->
            fact.getValue()
                .properties()
                .forEach(
                    child ->
                        facts(child.getValue(), there.path(child.getKey()), "child.", notSent));
        default -> parts(fact.getValue(), there, prefix + name, notSent);
      }
    }
  }

  private static void answers(JsonNode said, JsonNode sent, String prefix, List<String> notSent) {
    said.path("answers").propertyNames().stream()
        .filter(field -> !sent.path("answers").has(field) && !sent.has(field))
        .forEach(field -> notSent.add(prefix + field));
  }

  private static void parts(JsonNode said, JsonNode sent, String name, List<String> notSent) {
    if (sent.isMissingNode()) {
      notSent.add(name);
    } else if (said.isArray()) {
      for (int i = 0; i < said.size(); i++) {
        parts(said.path(i), sent.path(i), name, notSent);
      }
    } else {
      said.properties()
          .forEach(
              part ->
                  parts(
                      part.getValue(),
                      sent.path(part.getKey()),
                      name + "." + part.getKey(),
                      notSent));
    }
  }
}
