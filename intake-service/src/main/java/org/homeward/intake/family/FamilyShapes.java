package org.homeward.intake.family;

import java.util.function.UnaryOperator;
import org.homeward.durable.shape.Shapes;
import org.homeward.durable.shape.Upgrade;
import org.homeward.durable.store.StoreFailure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The shapes in which families are stored. */
final class FamilyShapes {

  /** 2 may have calls that reached nobody, which 1 would drop with its next write. */
  static final Shapes ALL = Shapes.of(new Upgrade(UnaryOperator.identity(), FamilyShapes::to1));

  private FamilyShapes() {}

  private static ObjectNode to1(ObjectNode was) {
    for (JsonNode contact : was.path("contacts")) {
      if (!contact.path("attempts").isEmpty()) {
        throw new StoreFailure.NewerSchema("a call that reached nobody", 2, 1); // upholds 1
      }
    }
    return was;
  }
}
