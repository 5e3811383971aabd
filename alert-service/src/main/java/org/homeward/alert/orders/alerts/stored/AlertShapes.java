package org.homeward.alert.orders.alerts.stored;

import java.util.Set;
import java.util.TreeSet;
import org.homeward.durable.shape.Shapes;
import org.homeward.durable.shape.Upgrade;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The shapes in which alerts are stored. */
public final class AlertShapes {

  /**
   * 2 may be held because somebody says that a child is found, or because nobody is missing; 1
   * knows neither, and could not read the alert.
   */
  public static final Shapes ALL = Shapes.of(new Upgrade(AlertShapes::to2, AlertShapes::to1));

  private static final Set<String> NOT_IN_1 = Set.of("SAID_FOUND", "NOT_A_SEARCH");
  private static final String CASE_FROZEN = "CASE_FROZEN";
  private static final String HOLDS = "holds";

  /** In shape 1: the holds as they are; a release that does not know the field drops it. */
  private static final String HOLDS_IN_2 = "holdsIn2";

  private AlertShapes() {}

  /**
   * A freeze is never refused, so that a release that knows no such hold reads one that it knows:
   * the case is frozen, and nothing goes out without a new approval.
   */
  private static ObjectNode to1(ObjectNode was) {
    if (!(was.get(HOLDS) instanceof ArrayNode holds)) {
      return was;
    }
    Set<String> known = new TreeSet<>();
    boolean isAllKnown = true;
    for (JsonNode each : holds) {
      String name = each.asString("");
      boolean isKnown = !NOT_IN_1.contains(name);
      known.add(isKnown ? name : CASE_FROZEN); // upholds 4
      isAllKnown &= isKnown;
    }
    if (isAllKnown) {
      return was;
    }
    ObjectNode now = was.deepCopy();
    now.set(HOLDS_IN_2, holds.deepCopy());
    ArrayNode inOne = now.putArray(HOLDS);
    known.forEach(inOne::add);
    return now;
  }

  private static ObjectNode to2(ObjectNode was) {
    if (!was.has(HOLDS_IN_2)) {
      return was;
    }
    ObjectNode now = was.deepCopy();
    now.set(HOLDS, now.remove(HOLDS_IN_2));
    return now;
  }
}
