package org.homeward.schema.json;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document of perhaps a newer program, without the fields we do not know.
 *
 * @param unknownFields how many were left out
 */
public record Tolerant(JsonNode json, int unknownFields) {

  /**
   * Leaves unknown codes in place; the codec reads them as OTHER.
   *
   * @throws Invalid when the schema is broken in any other way
   */
  public static Tolerant read(SchemaName schema, JsonNode document) {
    JsonNode known = document.deepCopy();
    List<Finding> refused = new ArrayList<>();
    int unknownFields = 0;
    for (Finding finding : Schemas.findings(schema, document)) {
      if (finding.unknown() != null) {
        unknownFields += remove(known, finding.path(), finding.unknown());
      } else if (!finding.rule().equals("unknown-code")) {
        refused.add(finding);
      }
    }
    if (!refused.isEmpty()) {
      throw new Invalid(Schemas.violations(refused));
    }
    return new Tolerant(known, unknownFields);
  }

  private static int remove(JsonNode document, List<Object> path, String field) {
    JsonNode parent = document;
    for (Object step : path) {
      parent = step instanceof Integer index ? parent.path(index) : parent.path(step.toString());
    }
    return parent instanceof ObjectNode object && object.remove(field) != null ? 1 : 0;
  }
}
