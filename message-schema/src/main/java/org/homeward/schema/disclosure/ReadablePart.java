package org.homeward.schema.disclosure;

import java.util.Set;
import java.util.stream.StreamSupport;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.Binding;
import org.homeward.schema.json.SaysCodec;
import org.homeward.schema.values.Audience;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The facts of a report, parted into those that a reader may read and the rest. The reader can
 * replace the readable part only: the rest is put back as it was.
 */
public final class ReadablePart {

  private static final String CHILDREN = "children";
  private static final String AUDIENCES = "audiences";

  /** Each entry has its own audience, also where the author sees none. */
  private static final Set<String> MAPS = Set.of(CHILDREN, "answers", AUDIENCES);

  private final ObjectNode readable;
  private final ObjectNode rest;

  private ReadablePart(ObjectNode readable, ObjectNode rest) {
    this.readable = readable;
    this.rest = rest;
  }

  public static ReadablePart of(Says says, Set<Audience> circles) {
    ObjectNode whole = SaysCodec.write(says);
    ObjectNode readable = whole.deepCopy();
    FactFilter.of(circles, kept -> {}).apply(readable);
    ObjectNode rest = rest(whole, readable);
    // A child stays named: if it went, everybody would see that nothing of it is hidden.
    whole
        .path(CHILDREN)
        .propertyNames()
        .forEach(rest.withObject("/" + CHILDREN)::withObjectProperty);
    return new ReadablePart(readable, rest);
  }

  ObjectNode json() {
    return readable.deepCopy();
  }

  public Says says() {
    return Binding.bind(Says.class, readable);
  }

  /** All that the report says once its readable part is this. */
  Says with(Says replaced) {
    ObjectNode whole = SaysCodec.write(replaced);
    putBack(rest, whole, readable, false); // upholds 6
    return Binding.bind(Says.class, whole);
  }

  /** A list of which an item has a hidden part is rest as a whole. */
  private static ObjectNode rest(ObjectNode whole, ObjectNode readable) {
    ObjectNode rest = JsonNodeFactory.instance.objectNode();
    whole
        .properties()
        .forEach(
            field -> {
              JsonNode there = readable.get(field.getKey());
              if (field.getValue() instanceof ObjectNode inner
                  && there instanceof ObjectNode innerThere) {
                ObjectNode innerRest = rest(inner, innerThere);
                if (!innerRest.isEmpty()) {
                  rest.set(field.getKey(), innerRest);
                }
              } else if (!field.getValue().equals(there)) {
                rest.set(field.getKey(), field.getValue());
              }
            });
    return rest;
  }

  /**
   * Hidden values win. Of two limits on a field both apply, unless that would leave nobody. The
   * author cannot take over a part of a value that is hidden from her.
   */
  private static void putBack(ObjectNode rest, ObjectNode whole, JsonNode seen, boolean limits) {
    rest.properties()
        .forEach(
            field -> {
              String name = field.getKey();
              JsonNode hidden = field.getValue();
              boolean shared = seen.has(name) || MAPS.contains(name);
              if (shared
                  && hidden instanceof ObjectNode inner
                  && whole.get(name) instanceof ObjectNode there) {
                putBack(inner, there, seen.path(name), name.equals(AUDIENCES));
              } else if (limits && whole.get(name) instanceof ArrayNode wished) {
                whole.set(name, both(hidden, wished));
              } else {
                whole.set(name, hidden);
              }
            });
  }

  private static JsonNode both(JsonNode hidden, ArrayNode author) {
    ArrayNode both = JsonNodeFactory.instance.arrayNode();
    Set<JsonNode> wished = Set.copyOf(StreamSupport.stream(author.spliterator(), false).toList());
    hidden.valueStream().filter(wished::contains).forEach(both::add);
    if (both.isEmpty()) return hidden; // upholds 6
    return both;
  }
}
