package org.homeward.intake.cases.reports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeward.face.problem.Violation;
import org.homeward.frame.web.Fields;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.Invalid;
import org.homeward.schema.json.SaysCodec;
import org.homeward.schema.json.SaysRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The facts of a request and its new children: {@code says} and {@code newChildren}.
 *
 * @param newChildren ids given to the new children, in the order of the request
 */
public record SaysBody(Says says, List<String> newChildren) {

  private static final int MAX_NEW_CHILDREN = 20;

  /** Reads and checks both fields; what is wrong is left with {@code fields}. */
  public static SaysBody read(Fields fields, boolean childRequired, Instant now) {
    ObjectNode says = fields.object("says");
    List<JsonNode> facts = fields.list("newChildren", MAX_NEW_CHILDREN);
    if (childRequired && facts.isEmpty()) {
      fields.wrong("newChildren", "required");
    }
    if (childRequired && says.has("children")) {
      fields.wrong("says/children", "unknown-child");
    }
    List<String> ids = new ArrayList<>();
    ObjectNode children =
        says.get("children") instanceof ObjectNode given
            ? given
            : JsonNodeFactory.instance.objectNode();
    for (JsonNode child : facts) {
      String id = UUID.randomUUID().toString();
      ids.add(id);
      children.set(id, child);
    }
    if (!ids.isEmpty()) {
      says.set("children", children);
    }
    try {
      Says read = SaysCodec.read(says);
      fields.wrong(pointers(SaysRules.check(read, now), ids));
      return new SaysBody(read, ids);
    } catch (Invalid e) {
      fields.wrong(pointers(e.violations(), ids));
      return new SaysBody(Says.EMPTY, ids);
    }
  }

  /** Values that are kept as they were said, and that a person should look at. */
  List<Violation> warnings() {
    return pointers(SaysRules.warnings(SaysCodec.write(says)), newChildren);
  }

  /** Seen from the request: a new child stands at its place in the list, not under an id. */
  static List<Violation> pointers(
      List<org.homeward.schema.json.Violation> violations, List<String> newChildren) {
    return violations.stream()
        .map(v -> new Violation(pointer(v.pointer(), newChildren), v.rule()))
        .toList();
  }

  private static String pointer(String inSays, List<String> newChildren) {
    for (int i = 0; i < newChildren.size(); i++) {
      String prefix = "/children/" + newChildren.get(i);
      if (inSays.startsWith(prefix)) {
        return "/newChildren/" + i + inSays.substring(prefix.length());
      }
    }
    return "/says" + inSays;
  }
}
