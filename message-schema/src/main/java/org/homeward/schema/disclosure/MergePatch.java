package org.homeward.schema.disclosure;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON Merge Patch, RFC 7396 section 2. */
final class MergePatch {

  private MergePatch() {}

  /** The target changed in place and returned; null in the patch removes. */
  static ObjectNode apply(ObjectNode target, ObjectNode patch) {
    patch
        .properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              if (value.isNull()) {
                target.remove(field.getKey());
              } else if (value instanceof ObjectNode inner) {
                ObjectNode nested =
                    target.get(field.getKey()) instanceof ObjectNode there
                        ? there
                        : JsonNodeFactory.instance.objectNode();
                target.set(field.getKey(), apply(nested, inner));
              } else {
                target.set(field.getKey(), value);
              }
            });
    return target;
  }
}
