package org.homeward.intake.calls;

import java.util.function.UnaryOperator;
import org.homeward.durable.shape.Shapes;
import org.homeward.durable.shape.Upgrade;
import org.homeward.durable.store.StoreFailure;
import tools.jackson.databind.node.ObjectNode;

/** The shapes in which calls are stored. */
final class CallShapes {

  /** 2 may have a job offer, which 1 would drop with its next write. */
  static final Shapes ALL = Shapes.of(new Upgrade(UnaryOperator.identity(), CallShapes::to1));

  private CallShapes() {}

  private static ObjectNode to1(ObjectNode was) {
    if (was.hasNonNull("offer")) {
      throw new StoreFailure.NewerSchema("a call with a job offer", 2, 1); // upholds 1
    }
    return was;
  }
}
