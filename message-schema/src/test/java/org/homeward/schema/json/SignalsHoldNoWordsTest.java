package org.homeward.schema.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.homeward.schema.Examples;
import org.homeward.testkit.Proves;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class SignalsHoldNoWordsTest {

  private static final String WORDS = "she is home";

  @ParameterizedTest
  @EnumSource(
      value = SchemaName.class,
      names = {
        "FREEZE",
        "END",
        "RECALL",
        "PARTNER_ANSWER",
        "PROPOSAL",
        "BRAKE",
        "HOLDER_RECEIPT",
        "RECEIPT",
        "MESSAGE"
      })
  @Proves(6)
  void nowhereInASignalIsThereRoomForASentence(SchemaName schema) {
    for (Path file : Examples.of("valid", schema)) {
      List<List<Object>> strings = new ArrayList<>();
      List<List<Object>> objects = new ArrayList<>();
      Tree.visit(
          Examples.read(file),
          (path, node) -> {
            if (node.isString()) {
              strings.add(List.copyOf(path));
            } else if (node.isObject()) {
              objects.add(List.copyOf(path));
            }
          });
      assertThat(strings).isNotEmpty();
      for (List<Object> path : strings) {
        JsonNode changed = Examples.read(file);
        put(changed, path);
        assertThat(Schemas.validate(schema, changed)).as(path.toString()).isNotEmpty();
      }
      for (List<Object> path : objects) {
        ObjectNode changed = (ObjectNode) Examples.read(file);
        ((ObjectNode) at(changed, path)).put("words", WORDS);
        assertThat(Schemas.validate(schema, changed)).as(path.toString()).isNotEmpty();
      }
    }
  }

  private static void put(JsonNode document, List<Object> path) {
    switch (at(document, path.subList(0, path.size() - 1))) {
      case ObjectNode object -> object.put(path.getLast().toString(), WORDS);
      case ArrayNode array -> array.set((int) path.getLast(), WORDS);
      default -> throw new IllegalStateException();
    }
  }

  private static JsonNode at(JsonNode document, List<Object> path) {
    JsonNode node = document;
    for (Object step : path) {
      node = step instanceof Integer index ? node.path(index) : node.path(step.toString());
    }
    return node;
  }
}
