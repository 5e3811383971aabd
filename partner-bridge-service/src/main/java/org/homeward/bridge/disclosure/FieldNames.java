package org.homeward.bridge.disclosure;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.SaysCodec;
import tools.jackson.databind.JsonNode;

/** Names of the facts in something said, without their values. */
final class FieldNames {

  private FieldNames() {}

  static List<String> of(Says says) {
    Set<String> names = new TreeSet<>();
    JsonNode json = SaysCodec.write(says);
    json.propertyNames().stream().filter(name -> !name.equals("children")).forEach(names::add);
    json.path("children")
        .forEach(child -> child.propertyNames().forEach(name -> names.add("child." + name)));
    return List.copyOf(names);
  }
}
