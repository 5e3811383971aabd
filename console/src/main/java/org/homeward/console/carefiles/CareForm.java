package org.homeward.console.carefiles;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.homeward.console.pages.Typed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns forms of a care file into requests. */
final class CareForm {

  static final String NOT_ASKED = "NOT_ASKED";

  private static final List<String> ABOUT = List.of("age", "name", "language", "contact", "words");
  private static final String ANSWER = "answer.";
  private static final String SAID_BY = "saidBy.";
  private static final String NOTE = "note.";

  private CareForm() {}

  /** What is known of the person. */
  static void about(ObjectNode about, Map<String, String> form) {
    ABOUT.forEach(field -> Typed.put(about, form, field));
    Typed.putNumber(about, form, "bornIn");
  }

  static String answer(Map<String, String> form, String indicator) {
    String answer = form.getOrDefault(ANSWER + indicator, "");
    return answer.isEmpty() ? NOT_ASKED : answer;
  }

  static String saidBy(Map<String, String> form, String indicator) {
    return form.getOrDefault(SAID_BY + indicator, "");
  }

  static String note(Map<String, String> form, String indicator) {
    return form.getOrDefault(NOTE + indicator, "");
  }

  /** Fills in the earlier answers, and no decision: that is made anew. */
  static Map<String, String> after(JsonNode screening) {
    Map<String, String> form = new HashMap<>();
    for (JsonNode each : screening.path("answers")) {
      String indicator = each.path("indicator").asString("");
      form.put(ANSWER + indicator, each.path("answer").asString(""));
      form.put(SAID_BY + indicator, each.path("saidBy").asString(""));
      form.put(NOTE + indicator, each.path("note").asString(""));
    }
    return form;
  }

  /** The answers alone; an answer without a source is left for the API to refuse. */
  static void answers(ObjectNode body, Map<String, String> form, Stream<String> indicators) {
    ArrayNode answers = body.putArray("answers");
    indicators.forEach(
        code -> {
          String answer = answer(form, code);
          if (!answer.equals(NOT_ASKED)) {
            ObjectNode one = answers.addObject();
            one.put("indicator", code).put("answer", answer);
            if (!saidBy(form, code).isEmpty()) {
              one.put("saidBy", saidBy(form, code));
            }
            String note = note(form, code).strip();
            if (!note.isEmpty()) {
              one.put("note", note);
            }
          }
        });
  }

  /** The whole decision. */
  static ObjectNode decision(Map<String, String> form, Stream<String> indicators) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    answers(body, form, indicators);
    Typed.put(body, form, "finding");
    Typed.pressed(body.putArray("forms"), form, "forms");
    Typed.put(body, form, "reason");
    return body;
  }
}
