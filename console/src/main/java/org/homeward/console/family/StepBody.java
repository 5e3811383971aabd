package org.homeward.console.family;

import java.time.ZoneId;
import java.util.Map;
import org.homeward.console.pages.Typed;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns the form of a step into a request. */
final class StepBody {

  private StepBody() {}

  static ObjectNode of(FamilyStep step, Map<String, String> form, ZoneId zone) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    for (StepPage.Field field : step.fields()) {
      String said = form.getOrDefault(field.name(), "").strip().replace("\r\n", "\n");
      if (!said.isEmpty()) {
        body.put(field.name(), field.isTime() ? Typed.time(said, zone) : said);
      }
    }
    if (step == FamilyStep.ADD || step == FamilyStep.TELL) {
      promise(body);
    }
    return body;
  }

  /** A call is promised by its time; without one the colleague has nothing to do. */
  private static void promise(ObjectNode body) {
    ObjectNode next = JsonNodeFactory.instance.objectNode();
    if (body.has(StepPage.DUE)) {
      next.set(StepPage.DUE, body.get(StepPage.DUE));
      if (body.has(StepPage.OWNER)) {
        next.set(StepPage.OWNER, body.get(StepPage.OWNER));
      }
    }
    body.remove(StepPage.DUE);
    body.remove(StepPage.OWNER);
    if (!next.isEmpty()) {
      body.set("next", next);
    }
  }
}
