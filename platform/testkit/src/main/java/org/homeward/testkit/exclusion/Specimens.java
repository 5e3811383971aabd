package org.homeward.testkit.exclusion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.testkit.ContractDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes a small value that a schema takes: what is required, and what names something. */
final class Specimens {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Values that the schemas ask for; the first that one of them takes is taken. */
  private static final List<JsonNode> USUAL =
      JsonMapper.builder()
          .build()
          .readTree(
              """
              [{}, [], "a", "aaaaaaaa", "00000000-0000-4000-8000-000000000000", "RS", "rs", "sr", "sr-Cyrl",
               "RS-00", "2030-01-01T00:00:00Z", "2030-01-01", "12:00", "PT1H", "Europe/Belgrade",
               "a@example.org", "https://example.org/", "+381112345678",
               "0000000000000000000000000000000000000000000000000000000000000000",
               1, 1000000, 0.5, true, null]""")
          .valueStream()
          .toList();

  private final ContractDocument document;
  private final Map<String, String> named;

  /**
   * @param named values of the fields that name something
   */
  Specimens(ContractDocument document, Map<String, String> named) {
    this.document = document;
    this.named = named;
  }

  /** Empty when no such value is found. */
  Optional<JsonNode> of(JsonNode schema) {
    List<JsonNode> parts = parts(schema);
    List<JsonNode> candidates = new ArrayList<>();
    for (JsonNode part : parts) {
      for (String given : List.of("const", "default", "example")) {
        Optional.ofNullable(part.get(given)).ifPresent(candidates::add);
      }
      part.path("examples").forEach(candidates::add);
      part.path("enum").forEach(candidates::add);
    }
    object(parts).ifPresent(candidates::add);
    array(parts).ifPresent(candidates::add);
    candidates.addAll(USUAL);
    return candidates.stream().filter(each -> document.errors(schema, each).isEmpty()).findFirst();
  }

  /** Whether a field that names something stands in it, at any depth of its objects. */
  Set<String> names(JsonNode schema) {
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode part : parts(schema)) {
      part.path("properties")
          .properties()
          .forEach(
              field -> {
                if (isNamed(field.getKey(), field.getValue())) {
                  names.add(field.getKey());
                } else if (!field.getValue().path("properties").isMissingNode()) {
                  names.addAll(names(field.getValue()));
                }
              });
    }
    return names;
  }

  private boolean isNamed(String field, JsonNode schema) {
    return named.containsKey(field)
        && document.errors(schema, JSON.stringNode(named.get(field))).isEmpty();
  }

  private Optional<JsonNode> object(List<JsonNode> parts) {
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    Set<String> fields = new LinkedHashSet<>();
    for (JsonNode part : parts) {
      part.path("properties")
          .properties()
          .forEach(p -> properties.putIfAbsent(p.getKey(), p.getValue()));
      part.path("required").forEach(name -> fields.add(name.asString()));
    }
    properties.forEach(
        (field, schema) -> {
          if (isNamed(field, schema)) {
            fields.add(field);
          }
        });
    ObjectNode made = JSON.objectNode();
    for (String field : fields) {
      JsonNode schema = properties.getOrDefault(field, JSON.objectNode());
      Optional<JsonNode> value =
          isNamed(field, schema) ? Optional.of(JSON.stringNode(named.get(field))) : of(schema);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      made.set(field, value.get());
    }
    return fields.isEmpty() ? Optional.empty() : Optional.of(made);
  }

  private Optional<JsonNode> array(List<JsonNode> parts) {
    return parts.stream()
        .filter(part -> part.path("items").isObject())
        .findFirst()
        .flatMap(part -> of(part.path("items")))
        .map(
            item -> {
              ArrayNode made = JSON.arrayNode();
              made.add(item);
              return made;
            });
  }

  /** The schema and those that it takes in; of alternatives the first. */
  private List<JsonNode> parts(JsonNode schema) {
    List<JsonNode> parts = new ArrayList<>(List.of(schema));
    if (schema.has("$ref")) {
      parts.addAll(parts(document.target(schema.path("$ref").asString())));
    }
    schema.path("allOf").forEach(each -> parts.addAll(parts(each)));
    for (String either : List.of("oneOf", "anyOf")) {
      if (!schema.path(either).isEmpty()) {
        parts.addAll(parts(schema.path(either).path(0)));
      }
    }
    return parts;
  }
}
