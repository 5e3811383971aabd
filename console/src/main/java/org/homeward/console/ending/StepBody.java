package org.homeward.console.ending;

import java.time.ZoneId;
import java.util.Map;
import org.homeward.console.pages.Typed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns the form of a step into a request. */
final class StepBody {

  /** Before the id of a child. */
  static final String FOUND = "found.";

  /** Names what the supervisor has read. */
  static final String GROUND = "ground";

  /** She says that no order keeps the claimant away. */
  static final String CLEAR_OF_ORDERS = "clearOfOrders";

  /** Before the code of a question. */
  private static final String ANSWER = "answer.";

  private StepBody() {}

  static ObjectNode of(EndingStep step, Map<String, String> form, ZoneId zone) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    if (step.is(EndingStep.About.CLAIMANT)) {
      body.put("report", form.getOrDefault("report", ""));
    }
    for (StepPage.Field field : step.fields()) {
      put(body, field, form.getOrDefault(field.name(), "").strip(), zone);
    }
    switch (step) {
      case SAFETY -> {
        if (form.getOrDefault("finding", "").equals("MISTAKEN")) {
          body.retain("finding", "note"); // a mistake is nobody's word
        }
      }
      case OFFER -> {
        boolean ours = form.getOrDefault("office", "").equals("HOTLINE");
        body.retain("office", ours ? "person" : "name", "due");
      }
      case HEARD -> asked(body);
      case TELL -> body.put("ground", form.getOrDefault(GROUND, ""));
      case HELD -> spoken(body);
      case CLOSE -> found(body, form);
      case DONE -> body.put("how", "DONE");
      case WITHDRAW, AFTERCARE, NEXT, AGAIN, REFUSED -> {
        // its fields say it all
      }
    }
    return body;
  }

  private static void put(ObjectNode body, StepPage.Field field, String said, ZoneId zone) {
    switch (field.kind()) {
      case CHECK -> body.put(field.name(), said.equals("yes"));
      case TIME -> {
        if (!said.isEmpty()) {
          body.put(field.name(), Typed.time(said, zone));
        }
      }
      case CHOICE, LINE, LONG, ANSWER, PERSON -> {
        if (!said.isEmpty()) {
          body.put(field.name(), said.replace("\r\n", "\n"));
        }
      }
    }
  }

  /** Whom the child fears; without an answer it was not asked. */
  private static void asked(ObjectNode body) {
    JsonNode fears = body.remove("fears");
    if (fears != null) {
      body.putArray("feared").add(fears);
    }
  }

  /** The answers of a child, and the danger that it named. */
  private static void spoken(ObjectNode body) {
    ObjectNode said = body.deepCopy();
    body.removeAll();
    ArrayNode answers = body.putArray("answers");
    said.properties()
        .forEach(
            each -> {
              if (each.getKey().startsWith(ANSWER)) {
                answers
                    .addObject()
                    .put("question", each.getKey().substring(ANSWER.length()))
                    .set("text", each.getValue());
              }
            });
    if (said.has("danger")) {
      ObjectNode danger = body.putObject("danger");
      danger.set("text", said.get("danger"));
      if (said.has("feared")) {
        danger.putArray("feared").add(said.get("feared"));
      }
    }
  }

  private static void found(ObjectNode body, Map<String, String> form) {
    ArrayNode children = body.putArray("children");
    form.forEach(
        (name, how) -> {
          if (name.startsWith(FOUND) && !how.isEmpty()) {
            children.addObject().put("child", name.substring(FOUND.length())).put("howFound", how);
          }
        });
  }
}
