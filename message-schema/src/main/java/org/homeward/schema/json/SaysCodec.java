package org.homeward.schema.json;

import java.util.List;
import org.homeward.schema.facts.Says;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Converts the facts of a report from and to JSON. */
public final class SaysCodec {

  private SaysCodec() {}

  /**
   * For what people send us: unknown fields and codes are refused.
   *
   * @throws Invalid with every rule of the schema it breaks
   */
  public static Says read(JsonNode json) {
    List<Violation> violations = Schemas.validate(SchemaName.REPORT_SAYS, json);
    if (!violations.isEmpty()) {
      throw new Invalid(violations);
    }
    return Binding.bind(Says.class, json);
  }

  /**
   * For what was stored or sent by a newer program: unknown fields are left out, unknown codes read
   * as OTHER with their text kept.
   *
   * @throws Invalid when it breaks the schema in any other way
   */
  public static Says tolerant(JsonNode json) {
    return Binding.bind(Says.class, Tolerant.read(SchemaName.REPORT_SAYS, json).json());
  }

  /** Loses nothing: the text of an unknown code is written as it came. */
  public static ObjectNode write(Says says) {
    return Json.mapper().valueToTree(says);
  }
}
