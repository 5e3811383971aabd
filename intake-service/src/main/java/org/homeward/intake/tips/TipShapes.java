package org.homeward.intake.tips;

import java.util.function.UnaryOperator;
import org.homeward.durable.shape.Shapes;
import org.homeward.durable.shape.Upgrade;
import org.homeward.durable.store.StoreFailure;
import tools.jackson.databind.node.ObjectNode;

/** The shapes in which tips are stored. */
final class TipShapes {

  /** 2 may have a picture, of which 1 would lose the key. */
  static final Shapes ALL = Shapes.of(new Upgrade(UnaryOperator.identity(), TipShapes::to1));

  private TipShapes() {}

  /** A release that knows no pictures would make their bytes unreadable, so it gets none of it. */
  private static ObjectNode to1(ObjectNode was) {
    if (was.hasNonNull("picture")) {
      throw new StoreFailure.NewerSchema("a tip with a picture", 2, 1); // upholds 1
    }
    return was;
  }
}
