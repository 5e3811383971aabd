package org.homeward.schema;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.FieldAudiences;
import org.homeward.schema.json.SaysCodec;
import org.homeward.schema.values.Audience;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes up merge patches of what a report says, with all that a patch can remove or replace. */
public final class RandomPatches {

  private static final Set<String> NO_FACTS = Set.of("children", "answers", "audiences");
  private static final FieldAudiences CHILD = FieldAudiences.OF_SAYS.field("children").each();

  private final Random random;

  public RandomPatches(Random random) {
    this.random = random;
  }

  /**
   * @param other where new values come from
   */
  public ObjectNode patch(Says says, Says other) {
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    List<String> children = List.copyOf(says.children().keySet());
    for (int i = random.nextInt(4); i >= 0; i--) {
      if (children.isEmpty() || random.nextBoolean()) {
        step(patch, FieldAudiences.OF_SAYS, SaysCodec.write(other));
      } else {
        String id = children.get(random.nextInt(children.size()));
        JsonNode facts = SaysCodec.write(other).path("children").path(id);
        childStep(patch, id, facts);
      }
    }
    return patch;
  }

  private void childStep(ObjectNode patch, String id, JsonNode facts) {
    int kind = random.nextInt(8);
    if (kind == 0) {
      patch.putNull("children");
      return;
    }
    ObjectNode children =
        patch.get("children") instanceof ObjectNode there ? there : patch.putObject("children");
    if (kind == 1) {
      children.putNull(id);
    } else {
      step(children.get(id) instanceof ObjectNode o ? o : children.putObject(id), CHILD, facts);
    }
  }

  private void step(ObjectNode holder, FieldAudiences schema, JsonNode values) {
    List<String> fields = new ArrayList<>(schema.fields().keySet());
    fields.removeAll(NO_FACTS);
    String field = fields.get(random.nextInt(fields.size()));
    switch (random.nextInt(8)) {
      case 0 -> holder.putNull("audiences");
      case 1 -> holder.putNull("answers");
      case 2 -> inner(holder, "audiences").putNull(field);
      case 3 -> inner(holder, "answers").putNull(field);
      case 4 -> {
        var limit = inner(holder, "audiences").putArray(field);
        some(schema.field(field).largest()).forEach(audience -> limit.add(audience.name()));
      }
      case 5 -> inner(holder, "answers").put(field, random.nextBoolean() ? "UNKNOWN" : "REFUSED");
      case 6 -> holder.putNull(field);
      default -> {
        if (values.has(field)) {
          holder.set(field, values.get(field));
        }
      }
    }
  }

  private Set<Audience> some(Set<Audience> of) {
    Set<Audience> some = EnumSet.noneOf(Audience.class);
    of.stream().filter(audience -> random.nextBoolean()).forEach(some::add);
    return some;
  }

  private static ObjectNode inner(ObjectNode holder, String map) {
    return holder.get(map) instanceof ObjectNode there ? there : holder.putObject(map);
  }
}
