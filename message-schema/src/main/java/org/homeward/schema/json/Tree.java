package org.homeward.schema.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** Walks through a document with the path of each node. */
final class Tree {

  private Tree() {}

  static void visit(JsonNode root, BiConsumer<List<Object>, JsonNode> visitor) {
    visit(new ArrayList<>(), root, visitor);
  }

  private static void visit(
      List<Object> path, JsonNode node, BiConsumer<List<Object>, JsonNode> visitor) {
    visitor.accept(path, node);
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      path.add(field.getKey());
      visit(path, field.getValue(), visitor);
      path.removeLast();
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      path.add(i);
      visit(path, node.get(i), visitor);
      path.removeLast();
    }
  }
}
