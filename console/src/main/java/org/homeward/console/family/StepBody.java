package org.homeward.console.family;

import java.time.ZoneId;
import java.util.Map;
import org.homeward.console.steps.StepForm;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns the form of a step into a request. */
final class StepBody {

  /** A sentence of the list. */
  static final String SENTENCE = "sentence";

  /** A call to the hotline. */
  static final String REPORT = "report";

  static final String DUE = "due";
  static final String OWNER = "owner";

  private StepBody() {}

  static ObjectNode of(FamilyStep step, Map<String, String> form, ZoneId zone) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    StepForm.put(body, step.fields(), form, zone);
    if (step == FamilyStep.ADD || step == FamilyStep.TELL) {
      promise(body);
    }
    return body;
  }

  /** A call is promised by its time; without one the colleague has nothing to do. */
  private static void promise(ObjectNode body) {
    ObjectNode next = JsonNodeFactory.instance.objectNode();
    if (body.has(DUE)) {
      next.set(DUE, body.get(DUE));
      if (body.has(OWNER)) {
        next.set(OWNER, body.get(OWNER));
      }
    }
    body.remove(DUE);
    body.remove(OWNER);
    if (!next.isEmpty()) {
      body.set("next", next);
    }
  }
}
