package org.homeward.schema.disclosure;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.homeward.schema.json.FieldAudiences;
import org.homeward.schema.values.Audience;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Removes facts that do not pass, field by field and at every depth.
 *
 * @param passes decides on the set of those who may know a value: schema and value taken together
 * @param limitPasses decides on the sibling map {@code audiences}, by field
 */
record FactFilter(
    Predicate<Set<Audience>> passes, Predicate<Field> limitPasses, Consumer<Set<Audience>> kept) {

  /** A field's audience by schema, reduced by the value's own set. */
  record Field(Set<Audience> largest, Set<Audience> effective) {}

  /**
   * For readers who belong to these circles. Only the case team reads the limits of fields, and
   * only of fields it may read.
   */
  static FactFilter of(Set<Audience> circles, Consumer<Set<Audience>> kept) {
    return new FactFilter(
        those -> !Collections.disjoint(those, circles),
        field ->
            circles.contains(Audience.CASE_TEAM)
                && !Collections.disjoint(field.effective(), circles),
        kept);
  }

  /** Changes {@code says} in place. */
  void apply(ObjectNode says) {
    facts(says, FieldAudiences.OF_SAYS);
  }

  private void facts(ObjectNode facts, FieldAudiences schema) {
    JsonNode limits = facts.path("audiences").deepCopy();
    Set<String> said = Set.copyOf(facts.propertyNames());
    for (String name : List.copyOf(facts.propertyNames())) {
      switch (name) {
        case "children" -> children(facts, schema.field(name));
        case "answers" -> answers(facts, schema, limits, said);
        case "audiences" -> siblings(facts, name, schema, limits, limitPasses);
        default -> fact(facts, name, schema.field(name), field(name, schema, limits).effective());
      }
    }
  }

  private void children(ObjectNode says, FieldAudiences schema) {
    if (says.path("children") instanceof ObjectNode children && schema.each() != null) {
      for (String id : List.copyOf(children.propertyNames())) {
        facts((ObjectNode) children.path(id), schema.each());
      }
    }
  }

  /**
   * An answer beside a value was given by somebody who may not read the value; whoever may reads
   * the value alone.
   */
  private void answers(ObjectNode facts, FieldAudiences schema, JsonNode limits, Set<String> said) {
    ((ObjectNode) facts.path("answers")).remove(said);
    siblings(facts, "answers", schema, limits, f -> passes.test(f.effective()));
  }

  private void siblings(
      ObjectNode facts,
      String map,
      FieldAudiences schema,
      JsonNode limits,
      Predicate<Field> stays) {
    ObjectNode entries = (ObjectNode) facts.path(map);
    for (String name : List.copyOf(entries.propertyNames())) {
      if (!stays.test(field(name, schema, limits))) {
        entries.remove(name);
      }
    }
    removeIfEmpty(facts, map);
  }

  private void fact(ObjectNode parent, String name, FieldAudiences schema, Set<Audience> allowed) {
    if (!passes.test(allowed)) {
      kept.accept(allowed);
      parent.remove(name); // upholds 6
      return;
    }
    parts(parent.path(name), schema, allowed);
    removeIfEmpty(parent, name);
  }

  private void parts(JsonNode value, FieldAudiences schema, Set<Audience> allowed) {
    if (value.isArray()) {
      value.forEach(item -> parts(item, schema, allowed));
    } else if (value instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        FieldAudiences part = schema.field(name);
        fact(object, name, part, intersection(part.largest(), allowed));
      }
    }
  }

  private static void removeIfEmpty(ObjectNode parent, String name) {
    if (parent.path(name).isContainer() && parent.path(name).isEmpty()) {
      parent.remove(name);
    }
  }

  private static Field field(String name, FieldAudiences schema, JsonNode limits) {
    Set<Audience> largest = schema.field(name).largest();
    if (!limits.has(name)) {
      return new Field(largest, largest);
    }
    Set<Audience> limit = EnumSet.noneOf(Audience.class);
    limits.path(name).forEach(audience -> limit.add(Audience.valueOf(audience.asString())));
    return new Field(largest, intersection(largest, limit));
  }

  private static Set<Audience> intersection(Set<Audience> one, Set<Audience> other) {
    Set<Audience> both = EnumSet.noneOf(Audience.class);
    both.addAll(one);
    both.retainAll(other);
    return both;
  }
}
