package org.homeward.trials.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The differences of two trees, as lines with a JSON Pointer. */
final class TreeDifference {
  private static final Set<String> WORDS = Set.of("description", "summary", "title");
  private static final int SHOWN = 80;

  private final boolean isDescription;
  private final List<String> found;

  /**
   * @param isDescription texts for people are left out of the comparison, and lists are sets
   * @param found takes the lines
   */
  TreeDifference(boolean isDescription, List<String> found) {
    this.isDescription = isDescription;
    this.found = found;
  }

  void collect(String pointer, @Nullable JsonNode before, @Nullable JsonNode now) {
    if (before instanceof ObjectNode was && now instanceof ObjectNode is) {
      Set<String> names = new TreeSet<>(was.propertyNames());
      names.addAll(is.propertyNames());
      for (String name : names) {
        if (!isWords(name, was.get(name)) || !isWords(name, is.get(name))) {
          collect(pointer + "/" + escaped(name), was.get(name), is.get(name));
        }
      }
    } else if (isDescription && before instanceof ArrayNode was && now instanceof ArrayNode is) {
      members(pointer, named(was), named(is));
    } else if (before instanceof ArrayNode was && now instanceof ArrayNode is) {
      for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
        collect(pointer + "/" + i, was.get(i), is.get(i));
      }
    } else if (before == null) {
      found.add(pointer + " is new: " + shown(now));
    } else if (now == null) {
      found.add(pointer + " is gone: " + shown(before));
    } else if (!before.equals(now)) {
      found.add(pointer + " was " + shown(before) + ", is " + shown(now));
    }
  }

  private void members(String pointer, Map<String, JsonNode> was, Map<String, JsonNode> is) {
    Set<String> names = new TreeSet<>(was.keySet());
    names.addAll(is.keySet());
    names.forEach(name -> collect(pointer + "/" + escaped(name), was.get(name), is.get(name)));
  }

  /** A member that comes between others moves none of them; without a name it has a place. */
  private static Map<String, JsonNode> named(ArrayNode list) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    int unnamed = 0;
    for (JsonNode each : list) {
      String name = name(each);
      members.put(name.isEmpty() ? String.valueOf(unnamed++) : name, each);
    }
    return members;
  }

  private static String name(JsonNode member) {
    return member.isContainer()
        ? member.path("name").asString(member.path("$ref").asString(""))
        : member.asString();
  }

  /** A property with such a name is an object, so its name is part of the contract. */
  private boolean isWords(String name, @Nullable JsonNode value) {
    return isDescription && WORDS.contains(name) && (value == null || value.isString());
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static String shown(@Nullable JsonNode node) {
    String text = String.valueOf(node);
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
