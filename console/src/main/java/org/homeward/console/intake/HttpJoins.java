package org.homeward.console.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.PathId;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.pages.Words;
import org.homeward.schema.disclosure.Exclusion;
import tools.jackson.databind.JsonNode;

/** Reads the case that a call is about. */
final class HttpJoins {

  /** The field of the form that names the case. */
  static final String CASE = "case";

  /** The field that says about which of its children the caller speaks. */
  static final String ABOUT = "about";

  /** About one that the case does not know yet. */
  static final String ANOTHER = "ANOTHER";

  private final HttpApi api;
  private final String node;

  HttpJoins(HttpApi api, String node) {
    this.api = api;
    this.node = node;
  }

  /** Where a report of this form goes. */
  static String reports(Typed typed) {
    String id = typed.of(CASE);
    return id.isEmpty() ? "/api/v1/reports" : place(id) + "/reports";
  }

  private static String place(String id) {
    return "/api/v1/cases/" + PathId.of(id);
  }

  JsonNode found(String id) {
    return api.read(place(id)).body();
  }

  /** The case of a form. */
  JoinedCase of(Typed typed, Words words) {
    String id = typed.of(CASE);
    return id.isEmpty() ? JoinedCase.NONE : of(found(id), words);
  }

  JoinedCase of(JsonNode found, Words words) {
    String id = found.path("id").asString("");
    JsonNode facts = found.path("facts").path("children");
    Map<String, String> children = new LinkedHashMap<>();
    found
        .path("children")
        .propertyNames()
        .forEach(child -> children.put(child, CaseWords.child(words, facts.path(child))));
    boolean saves =
        found.path("notTo").valueStream().noneMatch(of -> Exclusion.isPerson(of.asString("")));
    return new JoinedCase(
        id,
        CaseWords.code(node, id),
        CaseWords.children(words, found.path("facts")),
        children,
        saves);
  }
}
