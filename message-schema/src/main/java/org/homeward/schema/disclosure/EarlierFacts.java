package org.homeward.schema.disclosure;

import static java.util.stream.Collectors.toSet;

import java.util.Set;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.Binding;
import org.homeward.schema.json.Json;
import org.homeward.schema.json.SaysCodec;
import org.homeward.schema.values.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The facts of a report before their last change. Each keeps the audiences that it had, so that
 * only those read an old value who could read it then.
 */
public final class EarlierFacts {

  private static final String ANSWERS = "answers";
  private static final String AUDIENCES = "audiences";
  private static final String CHILDREN = "children";
  private static final Set<String> NO_FACTS = Set.of(CHILDREN, ANSWERS, AUDIENCES);

  private EarlierFacts() {}

  /**
   * @param earlier what is kept of the changes before this one
   * @param before what the report said until now
   * @param differing pointers to the facts that change; a value and its answer are two of them
   */
  public static Says replaced(Says earlier, Says before, Set<String> differing) {
    ObjectNode kept = SaysCodec.write(earlier);
    ObjectNode was = SaysCodec.write(before);
    for (String pointer : differing) {
      int end = pointer.lastIndexOf('/');
      String place = pointer.substring(0, end).replaceFirst("/" + ANSWERS + "$", "");
      String field = pointer.substring(end + 1);
      ObjectNode to = kept;
      for (String name : place.isEmpty() ? new String[0] : place.substring(1).split("/")) {
        to = to.withObjectProperty(name);
      }
      JsonNode from = was.at(place);
      copy(from, to, field);
      for (String beside : new String[] {ANSWERS, AUDIENCES}) {
        copy(from.path(beside), to.withObjectProperty(beside), field);
      }
    }
    return Binding.bind(Says.class, pruned(kept));
  }

  /**
   * Those of them that may still be read beside what is said now. A value goes that somebody has
   * taken back or refuses now, and one that fewer may read now than could then: a correction could
   * not take words out otherwise.
   *
   * @param now what the report says
   */
  public static Says standing(Says earlier, Says now) {
    if (earlier.isEmpty()) {
      return earlier;
    }
    ObjectNode kept = SaysCodec.write(earlier);
    JsonNode said = SaysCodec.write(now);
    takeOut(kept, said);
    kept.path(CHILDREN)
        .properties()
        .forEach(child -> takeOut((ObjectNode) child.getValue(), said.at(pointer(child.getKey()))));
    return Binding.bind(Says.class, pruned(kept));
  }

  private static String pointer(String child) {
    return "/" + CHILDREN + "/" + child;
  }

  private static void takeOut(ObjectNode kept, JsonNode said) {
    for (String field : Set.copyOf(kept.propertyNames())) {
      boolean isFact = !NO_FACTS.contains(field);
      if (isFact && !(stands(field, said) && isAsOpen(field, kept, said))) {
        kept.remove(field); // upholds 6
        kept.withObjectProperty(AUDIENCES).remove(field);
      }
    }
  }

  /** That nobody knows it takes no words back. */
  private static boolean stands(String field, JsonNode said) {
    return said.has(field)
        || said.path(ANSWERS).path(field).asString("").equals(Answer.UNKNOWN.name());
  }

  /** Without a limit everybody may read it whom the schema allows. */
  private static boolean isAsOpen(String field, JsonNode kept, JsonNode said) {
    JsonNode now = said.path(AUDIENCES).path(field);
    JsonNode then = kept.path(AUDIENCES).path(field);
    return now.isMissingNode()
        || (!then.isMissingNode()
            && now.valueStream().collect(toSet()).containsAll(then.valueStream().toList()));
  }

  private static void copy(JsonNode from, ObjectNode to, String field) {
    if (from.has(field)) {
      to.set(field, from.path(field));
    } else {
      to.remove(field);
    }
  }

  /** Without objects that say nothing. */
  private static ObjectNode pruned(ObjectNode object) {
    ObjectNode pruned = Json.mapper().createObjectNode();
    object
        .properties()
        .forEach(
            part -> {
              JsonNode value = part.getValue();
              JsonNode left = value instanceof ObjectNode nested ? pruned(nested) : value;
              if (!left.isObject() || !left.isEmpty()) {
                pruned.set(part.getKey(), left);
              }
            });
    return pruned;
  }
}
