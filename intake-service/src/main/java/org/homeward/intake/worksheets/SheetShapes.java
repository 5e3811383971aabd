package org.homeward.intake.worksheets;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.homeward.durable.shape.Shapes;
import org.homeward.durable.shape.Upgrade;
import org.homeward.durable.store.StoreFailure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The shapes in which worksheets are stored. */
final class SheetShapes {

  /**
   * 2 may have tasks that follow a find, calls to a family and a child's own picture: new kinds.
   */
  static final Shapes ALL = Shapes.of(new Upgrade(UnaryOperator.identity(), SheetShapes::to1));

  private static final Set<String> UNKNOWN_TO_1 =
      Set.of(
          WorkItem.Kind.AFTERCARE.name(),
          WorkItem.Kind.INTERVIEW.name(),
          WorkItem.Kind.FAMILY_CALL.name(),
          WorkItem.Kind.CHILDS_PICTURE.name());

  private SheetShapes() {}

  /** A release that can't read one task reads no list with it, so it gets none of it. */
  private static ObjectNode to1(ObjectNode was) {
    for (JsonNode item : was.path("items")) {
      if (UNKNOWN_TO_1.contains(item.path("kind").asString(""))) {
        throw new StoreFailure.NewerSchema("a task of a later kind", 2, 1); // upholds 1
      }
    }
    return was;
  }
}
