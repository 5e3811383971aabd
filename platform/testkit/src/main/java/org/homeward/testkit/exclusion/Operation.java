package org.homeward.testkit.exclusion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.testkit.ContractDocument;
import tools.jackson.databind.JsonNode;

/**
 * An operation of an OpenAPI document.
 *
 * @param path with its parameters in braces
 * @param parameters of the operation and of its path
 */
record Operation(String method, String path, JsonNode described, List<JsonNode> parameters) {

  private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");
  private static final Pattern PLACE = Pattern.compile("([^/{}]*)/\\{(\\w+)\\}");

  /** A parameter of the path, and the kind of thing it names: {@code /cases/{id}} is a case. */
  record Place(String parameter, String kind) {}

  static List<Operation> of(ContractDocument document) {
    List<Operation> all = new ArrayList<>();
    for (var path : document.root().path("paths").properties()) {
      JsonNode item = document.resolved(path.getValue());
      for (String method : METHODS) {
        JsonNode described = item.path(method);
        if (!described.isMissingNode()) {
          List<JsonNode> parameters = new ArrayList<>();
          described.path("parameters").forEach(p -> parameters.add(document.resolved(p)));
          item.path("parameters").forEach(p -> parameters.add(document.resolved(p)));
          all.add(
              new Operation(method.toUpperCase(Locale.ROOT), path.getKey(), described, parameters));
        }
      }
    }
    return all;
  }

  List<Place> places() {
    List<Place> places = new ArrayList<>();
    Matcher place = PLACE.matcher(path);
    while (place.find()) {
      String name = place.group(2);
      places.add(new Place(name, name.equals("id") ? place.group(1).replaceAll("s$", "") : name));
    }
    return places;
  }

  List<JsonNode> in(String where) {
    return parameters.stream().filter(p -> p.path("in").asString().equals(where)).toList();
  }

  boolean takes(String header) {
    return in("header").stream().anyMatch(p -> p.path("name").asString().equals(header));
  }

  boolean isRead() {
    return method.equals("GET");
  }

  /** A read that no place in its path narrows down. */
  boolean isList() {
    return isRead() && places().isEmpty();
  }

  /** Its answer does not end. */
  boolean isStream() {
    return described.path("responses").path("200").toString().contains("event-stream");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
