package org.homeward.testkit.exclusion;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.testkit.ContractDocument;
import tools.jackson.databind.JsonNode;

/** Fills in the parameters and the body of an operation. */
final class Filling {

  /** The value of a parameter that names nothing of a case. */
  private static final String ANY = "a";

  private final ContractDocument document;
  private final Map<String, String> hidden;
  private final Map<String, String> bodies;

  /**
   * @param hidden ids of things by kind
   * @param bodies by operation, with these ids in them, where a schema alone does not lead to one
   */
  Filling(ContractDocument document, Map<String, String> hidden, Map<String, String> bodies) {
    this.document = document;
    this.hidden = hidden;
    this.bodies = bodies;
  }

  /** The body that is sent. */
  record Filled(String target, Optional<String> mediaType, byte[] body) {}

  /** The kinds that the query and the body of an operation name. */
  Set<String> kinds(Operation operation) {
    Set<String> kinds = new LinkedHashSet<>();
    operation.in("query").stream()
        .map(parameter -> parameter.path("name").asString())
        .filter(hidden::containsKey)
        .forEach(kinds::add);
    content(operation)
        .values()
        .forEach(schema -> kinds.addAll(new Specimens(document, hidden).names(schema)));
    return kinds;
  }

  /**
   * With these ids; empty when it cannot be filled in.
   *
   * @param ids by kind
   */
  Optional<Filled> of(Operation operation, Map<String, String> ids) {
    String path = operation.path();
    for (Operation.Place place : operation.places()) {
      String id = ids.getOrDefault(place.kind(), ANY);
      path = path.replace("{" + place.parameter() + "}", encoded(id));
    }
    String filled = path;
    Optional<String> mediaType = content(operation).keySet().stream().findFirst();
    return query(operation, ids)
        .flatMap(
            query -> body(operation, ids).map(body -> new Filled(filled + query, mediaType, body)));
  }

  /** Schemas of the body by media type. */
  private Map<String, JsonNode> content(Operation operation) {
    Map<String, JsonNode> content = new LinkedHashMap<>();
    document
        .resolved(operation.described().path("requestBody"))
        .path("content")
        .properties()
        .forEach(each -> content.put(each.getKey(), each.getValue().path("schema")));
    return content;
  }

  private Optional<String> query(Operation operation, Map<String, String> ids) {
    List<String> query = new ArrayList<>();
    for (JsonNode parameter : operation.in("query")) {
      String name = parameter.path("name").asString();
      if (ids.containsKey(name)) {
        query.add(name + "=" + encoded(ids.get(name)));
      } else if (parameter.path("required").asBoolean(false)) {
        Optional<JsonNode> value = new Specimens(document, ids).of(parameter.path("schema"));
        if (value.isEmpty()) {
          return Optional.empty();
        }
        query.add(name + "=" + encoded(value.get().asString()));
      }
    }
    return Optional.of(query.isEmpty() ? "" : "?" + String.join("&", query));
  }

  private Optional<byte[]> body(Operation operation, Map<String, String> ids) {
    String given = bodies.get(operation.toString());
    if (given != null) {
      for (var each : hidden.entrySet()) {
        given = given.replace(each.getValue(), ids.getOrDefault(each.getKey(), ANY));
      }
      return Optional.of(given.getBytes(UTF_8));
    }
    var first = content(operation).entrySet().stream().findFirst();
    if (first.isEmpty()) {
      return Optional.of(new byte[0]);
    }
    return first
        .filter(each -> each.getKey().endsWith("json"))
        .flatMap(each -> new Specimens(document, ids).of(each.getValue()))
        .map(json -> json.toString().getBytes(UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
