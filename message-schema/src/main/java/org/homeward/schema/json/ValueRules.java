package org.homeward.schema.json;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.homeward.schema.codes.Countries;
import org.homeward.schema.codes.Languages;
import org.homeward.schema.codes.NumberingPlans;
import org.homeward.schema.codes.Scripts;
import org.homeward.schema.writing.PlainText;
import tools.jackson.databind.JsonNode;

/** Rules of single values, wherever in a document they stand. */
final class ValueRules {

  /** Maps by the names of fields; their values are codes of the schema. */
  private static final Set<String> BY_FIELD = Set.of("answers", "audiences");

  private ValueRules() {}

  static void check(JsonNode document, Violations found) {
    Tree.visit(
        document,
        (path, node) -> {
          if (isValue(path, node)) {
            check(path, node.stringValue(), found);
          }
        });
  }

  private static void check(List<Object> path, String value, Violations found) {
    Object[] steps = path.toArray();
    switch (field(path)) {
      case "country", "nationalities" ->
          found.unless(Countries.has(value), "unknown-country", steps);
      case "script" -> found.unless(Scripts.has(value), "unknown-script", steps);
      case "language", "languages" ->
          found.unless(Languages.isRegistered(value), "unknown-language", steps);
      default -> found.unless(PlainText.isSeen(value), "invisible", steps);
    }
  }

  /** Warns of a value that a person should look at; it is kept as it was said. */
  static void warn(JsonNode document, Violations found) {
    Tree.visit(
        document,
        (path, node) -> {
          if (isValue(path, node) && isPhone(path)) {
            boolean possible = NumberingPlans.isPossible(node.stringValue());
            found.unless(possible, "impossible-number", path.toArray());
          }
        });
  }

  private static boolean isValue(List<Object> path, JsonNode node) {
    return node.isString() && Collections.disjoint(path, BY_FIELD);
  }

  private static boolean isPhone(List<Object> path) {
    return field(path).equals("phone") || field(path).equals("phones");
  }

  /** The field's name, also of one value in its list. */
  private static String field(List<Object> path) {
    Object last = path.getLast();
    return (last instanceof Integer && path.size() > 1 ? path.get(path.size() - 2) : last)
        .toString();
  }
}
