package org.homeward.console.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of a report that police get when it is released, as the schema and the report itself say
 * who may know what. It is a preview: alert-service decides what goes out.
 */
final class PoliceShare {

  private static final String POLICE = "POLICE";
  private static final String SCHEMA = "/schema/v1/report-says.json";
  private static final List<String> NO_FACTS = List.of("children", "answers", "audiences");

  private final JsonNode schema;

  private PoliceShare(JsonNode schema) {
    this.schema = schema;
  }

  static PoliceShare read() {
    try (InputStream in = Says.class.getResourceAsStream(SCHEMA)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + SCHEMA);
      }
      return new PoliceShare(Json.mapper().readTree(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The two parts of what a report says.
   *
   * @param sent what police get
   * @param notSent names of the fields that stay here, those of children with {@code child.}; parts
   *     of a field follow it with a dot
   */
  record Parts(JsonNode sent, List<String> notSent) {}

  Parts of(JsonNode says) {
    ObjectNode sent = (ObjectNode) says.deepCopy();
    List<String> notSent = new ArrayList<>();
    split(sent, schema, "", notSent);
    sent.path("children")
        .valueStream()
        .forEach(
            child ->
                split(
                    (ObjectNode) child,
                    schema.path("$defs").path("ChildFacts"),
                    "child.",
                    notSent));
    return new Parts(sent, notSent.stream().distinct().toList());
  }

  private void split(ObjectNode facts, JsonNode type, String prefix, List<String> notSent) {
    JsonNode limits = facts.path("audiences").deepCopy();
    for (Map.Entry<String, JsonNode> fact : List.copyOf(facts.properties())) {
      String name = fact.getKey();
      JsonNode field = type.path("properties").path(name);
      if (NO_FACTS.contains(name) || field.isMissingNode()) {
        continue;
      }
      boolean limited = limits.has(name) && !has(limits.path(name));
      if (limited || !isForPolice(field)) {
        facts.remove(name);
        notSent.add(prefix + name);
      } else if (fact.getValue() instanceof ObjectNode parts) {
        parts(parts, field, prefix + name, notSent);
      }
    }
    if (facts.path("answers") instanceof ObjectNode answers) {
      for (String name : List.copyOf(answers.propertyNames())) {
        if (!isForPolice(type.path("properties").path(name))) {
          answers.remove(name);
          notSent.add(prefix + name);
        }
      }
    }
    facts.remove("audiences");
  }

  private void parts(ObjectNode value, JsonNode field, String name, List<String> notSent) {
    String type = field.path("$ref").asString("");
    if (!type.startsWith("#/$defs/")) {
      return;
    }
    JsonNode properties = schema.at(type.substring(1)).path("properties");
    for (String part : List.copyOf(value.propertyNames())) {
      if (!isForPolice(properties.path(part))) {
        value.remove(part);
        notSent.add(name + "." + part);
      }
    }
  }

  private static boolean isForPolice(JsonNode field) {
    JsonNode audiences = field.path("x-audiences");
    return !audiences.isArray() || has(audiences);
  }

  private static boolean has(JsonNode audiences) {
    return audiences.valueStream().anyMatch(audience -> audience.asString("").equals(POLICE));
  }
}
