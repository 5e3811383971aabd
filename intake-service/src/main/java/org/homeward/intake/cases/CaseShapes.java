package org.homeward.intake.cases;

import java.util.function.UnaryOperator;
import org.homeward.durable.shape.Shapes;
import org.homeward.durable.shape.Upgrade;
import org.homeward.durable.store.StoreFailure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The shapes in which cases are stored. */
final class CaseShapes {

  /**
   * 2 says of each document what it is, a case or a tombstone, where 1 took what did not say so for
   * a case; and a task names the one thing it is about, where 1 had two places for it, to be filled
   * one at a time. 3 may be about something else than a search, where 2 takes every case for one.
   */
  public static final Shapes ALL =
      Shapes.of(
          new Upgrade(CaseShapes::to2, CaseShapes::to1),
          new Upgrade(UnaryOperator.identity(), CaseShapes::searchIn2));

  private static final String KEPT = "kept";
  private static final String ABOUT = "about";
  private static final String REPORT = "report";
  private static final String SUBJECT = "subject";
  private static final String OF_REPORT = REPORT + "/";

  private CaseShapes() {}

  private static ObjectNode to2(ObjectNode was) {
    ObjectNode now = was.deepCopy();
    if (!now.has(KEPT)) {
      now.put(KEPT, "CASE"); // only cases were ever written without
    }
    for (JsonNode each : now.path("tasks")) {
      ObjectNode task = (ObjectNode) each;
      JsonNode report = task.remove(REPORT);
      JsonNode subject = task.remove(SUBJECT);
      task.put(ABOUT, subject == null ? OF_REPORT + text(report) : subject.asString());
    }
    return now;
  }

  private static ObjectNode to1(ObjectNode was) {
    ObjectNode now = was.deepCopy();
    for (JsonNode each : now.path("tasks")) {
      ObjectNode task = (ObjectNode) each;
      String about = text(task.remove(ABOUT));
      if (about.startsWith(OF_REPORT)) {
        task.put(REPORT, about.substring(OF_REPORT.length()));
      } else {
        task.put(SUBJECT, about);
      }
    }
    return now;
  }

  /** A release that knows no kind would look for a child who is at home, so it gets none of it. */
  private static ObjectNode searchIn2(ObjectNode was) {
    if (was.path("rulings").has("otherKind")) {
      throw new StoreFailure.NewerSchema("a case that is not only a search", 3, 2); // upholds 1
    }
    return was;
  }

  private static String text(JsonNode node) {
    return node.asString();
  }
}
