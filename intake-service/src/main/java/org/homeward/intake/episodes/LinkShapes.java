package org.homeward.intake.episodes;

import java.util.function.UnaryOperator;
import org.homeward.durable.shape.Shapes;
import org.homeward.durable.shape.Upgrade;
import org.homeward.durable.store.StoreFailure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The shapes in which links are stored. */
final class LinkShapes {

  /** 2 may say that a child is missing again, where 1 knows no such reason. */
  static final Shapes ALL = Shapes.of(new Upgrade(UnaryOperator.identity(), LinkShapes::to1));

  private LinkShapes() {}

  /** A release that can't read one link finds no episode of the child, so it gets none of it. */
  private static ObjectNode to1(ObjectNode was) {
    for (JsonNode turn : was.path("turns")) {
      if (turn.path("reason").asString("").equals(LinkReason.MISSING_AGAIN.name())) {
        throw new StoreFailure.NewerSchema("a link of a child missing again", 2, 1); // upholds 1
      }
    }
    return was;
  }
}
