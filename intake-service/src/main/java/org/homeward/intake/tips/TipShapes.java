package org.homeward.intake.tips;

import java.util.function.UnaryOperator;
import org.homeward.durable.shape.Shapes;
import org.homeward.durable.shape.Upgrade;
import org.homeward.durable.store.StoreFailure;
import org.homeward.intake.rulings.Matter;
import tools.jackson.databind.node.ObjectNode;

/** The shapes in which tips are stored. */
final class TipShapes {

  /**
   * 2 may have a picture, of which 1 would lose the key. 3 may have gone to the owner of its case,
   * or wait for the second word that deletes its picture: 2 cannot read either.
   */
  static final Shapes ALL =
      Shapes.of(
          new Upgrade(UnaryOperator.identity(), TipShapes::to1),
          new Upgrade(UnaryOperator.identity(), TipShapes::to2));

  private TipShapes() {}

  /** A release that knows no pictures would make their bytes unreadable, so it gets none of it. */
  private static ObjectNode to1(ObjectNode was) {
    if (was.hasNonNull("picture")) {
      throw new StoreFailure.NewerSchema("a tip with a picture", 2, 1); // upholds 1
    }
    return was;
  }

  /** A release that does not know these would fail at each list, or erase what is abroad. */
  private static ObjectNode to2(ObjectNode was) {
    if (was.hasNonNull("sent")) {
      throw new StoreFailure.NewerSchema("a tip that went to its owner", 3, 2); // upholds 1
    }
    if (was.at("/toErase/matter/kind").asString("").equals(Matter.Kind.DELETE_PICTURE.name())) {
      throw new StoreFailure.NewerSchema("a picture to be deleted", 3, 2); // upholds 1
    }
    return was;
  }
}
