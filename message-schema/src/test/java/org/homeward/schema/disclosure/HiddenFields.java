package org.homeward.schema.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.FieldAudiences;
import org.homeward.schema.json.SaysCodec;
import org.homeward.schema.values.Audience;
import tools.jackson.databind.JsonNode;

/** The fields that a circle may not read, as the schema and the limits on values say. */
final class HiddenFields {

  static final FieldAudiences PER_CHILD = FieldAudiences.OF_SAYS.field("children").each();

  private HiddenFields() {}

  /** What circles may not read stands as before, under no wider limit. */
  static void assertStay(Says before, Says after, Set<Audience> circles) {
    assertStay(
        SaysCodec.write(before),
        SaysCodec.write(after),
        FieldAudiences.OF_SAYS,
        before.audiences(),
        after.audiences(),
        circles);
    before
        .children()
        .forEach(
            (id, child) ->
                assertStay(
                    SaysCodec.write(before).path("children").path(id),
                    SaysCodec.write(after).path("children").path(id),
                    PER_CHILD,
                    child.audiences(),
                    after.children().getOrDefault(id, ChildFacts.EMPTY).audiences(),
                    circles));
  }

  private static void assertStay(
      JsonNode before,
      JsonNode after,
      FieldAudiences schema,
      Map<String, Set<Audience>> limitsBefore,
      Map<String, Set<Audience>> limitsAfter,
      Set<Audience> circles) {
    for (String field : facts(schema)) {
      Set<Audience> allowed = allowed(field, schema, limitsBefore);
      if (Collections.disjoint(allowed, circles)) {
        if (before.has(field)) {
          assertThat(after.path(field).toString()).isEqualTo(before.path(field).toString());
        }
        Set<Audience> allowedAfter = allowed(field, schema, limitsAfter);
        assertThat(allowed).containsAll(allowedAfter);
        assertThat(allowedAfter.isEmpty()).isEqualTo(allowed.isEmpty());
        if (before.path("answers").has(field)) {
          assertThat(after.path("answers").path(field))
              .isEqualTo(before.path("answers").path(field));
        }
      }
    }
  }

  static List<String> facts(FieldAudiences schema) {
    return schema.fields().keySet().stream()
        .filter(name -> !Set.of("children", "answers", "audiences").contains(name))
        .toList();
  }

  /** Whom a value's limit leaves of those for whom its field is. */
  static Set<Audience> allowed(
      String field, FieldAudiences schema, Map<String, Set<Audience>> limits) {
    Set<Audience> allowed = EnumSet.noneOf(Audience.class);
    allowed.addAll(schema.field(field).largest());
    allowed.retainAll(limits.getOrDefault(field, schema.field(field).largest()));
    return allowed;
  }
}
