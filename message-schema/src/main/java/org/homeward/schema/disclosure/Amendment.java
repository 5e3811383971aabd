package org.homeward.schema.disclosure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.FieldAudiences;
import org.homeward.schema.json.Invalid;
import org.homeward.schema.json.SaysCodec;
import org.homeward.schema.json.SaysRules;
import org.homeward.schema.json.Violation;
import org.homeward.schema.values.Audience;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A merge patch of what a report says. It is applied to what its author may read, and checked
 * against that alone: neither the outcome nor a refusal tells what is hidden from the author.
 *
 * @param circles those inside the house to which the author belongs
 */
public record Amendment(ObjectNode patch, Set<Audience> circles) {

  private static final FieldAudiences CHILD =
      Optional.ofNullable(FieldAudiences.OF_SAYS.field("children").each()).orElseThrow();

  /** Maps from the names of the facts beside which they stand. */
  private static final Set<String> SIBLINGS = Set.of("answers", "audiences");

  /**
   * The facts of the report afterwards; empty when the author would see no change.
   *
   * @param children ids of the children of the case
   * @throws Invalid with what is wrong with the patch
   */
  public Optional<Says> of(Says says, Set<String> children, Instant now) {
    refuseIfAny(wrongNames(children));
    ReadablePart part = ReadablePart.of(says, circles);
    Says after = SaysCodec.read(MergePatch.apply(part.json(), patch));
    refuseIfAny(brought(part.says(), after, now));
    return after.equals(part.says()) ? Optional.empty() : Optional.of(part.with(after));
  }

  private static void refuseIfAny(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new Invalid(violations);
    }
  }

  /**
   * The violations that the patch brought; rules may be stricter now than when the rest was stored.
   */
  private static List<Violation> brought(Says before, Says after, Instant now) {
    Set<Violation> known = Set.copyOf(SaysRules.check(before, now));
    JsonNode was = SaysCodec.write(before);
    JsonNode is = SaysCodec.write(after);
    return SaysRules.check(after, now).stream()
        .filter(v -> !known.contains(v) || !is.at(v.pointer()).equals(was.at(v.pointer())))
        .toList();
  }

  private List<Violation> wrongNames(Set<String> children) {
    List<Violation> wrong = new ArrayList<>();
    facts(patch, FieldAudiences.OF_SAYS, "", wrong);
    if (patch.get("children") instanceof ObjectNode patched) {
      for (Map.Entry<String, JsonNode> child : patched.properties()) {
        if (!children.contains(child.getKey())) {
          wrong.add(new Violation("/children", "unknown-child"));
        } else if (child.getValue() instanceof ObjectNode facts) {
          facts(facts, CHILD, "/children/" + child.getKey(), wrong);
        }
      }
    }
    return wrong;
  }

  private void facts(ObjectNode facts, FieldAudiences schema, String at, List<Violation> wrong) {
    for (Map.Entry<String, JsonNode> fact : facts.properties()) {
      String name = fact.getKey();
      String pointer = at + "/" + name;
      if (!schema.fields().containsKey(name)) {
        wrong.add(new Violation(at, "unknown-field"));
      } else if (SIBLINGS.contains(name)) {
        names(fact.getValue(), facts(schema), pointer, wrong);
        if (name.equals("audiences")) {
          limits(fact.getValue(), schema, pointer, wrong);
        }
      } else if (isNever(schema.field(name))) {
        wrong.add(new Violation(pointer, "not-yours"));
      } else if (!name.equals("children")) {
        parts(fact.getValue(), schema.field(name), pointer, wrong);
      }
    }
  }

  /** The schema alone decides: a refusal because of a limit would tell that there is one. */
  private boolean isNever(FieldAudiences field) {
    return Collections.disjoint(field.largest(), circles);
  }

  /** The schema alone decides here: that it refuses tells nothing of this report. */
  private void limits(JsonNode limits, FieldAudiences schema, String at, List<Violation> wrong) {
    for (String name : limits.propertyNames()) {
      if (schema.fields().containsKey(name) && isNever(schema.field(name))) {
        wrong.add(new Violation(at + "/" + name, "not-yours")); // upholds 6
      }
    }
  }

  /** Null for a name that does not exist would remove nothing, and the schema does not see it. */
  private static void parts(
      JsonNode value, FieldAudiences schema, String at, List<Violation> wrong) {
    if (value instanceof ObjectNode object) {
      names(object, schema.fields().keySet(), at, wrong);
      object
          .properties()
          .forEach(
              part ->
                  parts(
                      part.getValue(),
                      schema.field(part.getKey()),
                      at + "/" + part.getKey(),
                      wrong));
    }
  }

  private static void names(JsonNode object, Set<String> known, String at, List<Violation> wrong) {
    if (!known.containsAll(object.propertyNames())) {
      wrong.add(new Violation(at, "unknown-field"));
    }
  }

  private static Set<String> facts(FieldAudiences schema) {
    Set<String> facts = new HashSet<>(schema.fields().keySet());
    facts.removeAll(SIBLINGS);
    facts.remove("children");
    return facts;
  }

  @Override
  public String toString() {
    return "Amendment[redacted]";
  }
}
