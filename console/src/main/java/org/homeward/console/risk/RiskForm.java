package org.homeward.console.risk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns the form of an assessment into requests, and an earlier assessment into a form. */
final class RiskForm {

  static final String NOT_ASKED = "NOT_ASKED";

  private static final List<String> DECIDED = List.of("report", "level", "category", "reason");
  private static final String NOTE = "note.";
  private static final String CONFIDANT = "confidant.";
  static final String ANSWER = "answer.";
  static final String FROM = "from.";

  /** What a report says to a question; nobody has answered it with that yet. */
  static final String SAID = "said.";

  private RiskForm() {}

  /** Fills in the earlier answers, and no decision: that is made anew. */
  static Map<String, String> after(JsonNode earlier) {
    Map<String, String> form = new HashMap<>();
    for (JsonNode each : earlier.path("answers")) {
      String question = each.path("question").asString("");
      form.put(ANSWER + question, each.path("answer").asString(""));
      form.put(NOTE + question, each.path("note").asString(""));
      form.put(FROM + question, each.path("from").asString(""));
      if (each.path("confidant").asBoolean(false)) {
        form.put(CONFIDANT + question, "true");
      }
    }
    return form;
  }

  static String answer(Map<String, String> form, String question) {
    String answer = form.getOrDefault(ANSWER + question, "");
    return answer.isEmpty() ? NOT_ASKED : answer;
  }

  static String note(Map<String, String> form, String question) {
    return form.getOrDefault(NOTE + question, "");
  }

  static String from(Map<String, String> form, String question) {
    return form.getOrDefault(FROM + question, "");
  }

  /** What a report says to it; empty where none does, or somebody has answered otherwise. */
  static String said(Map<String, String> form, String question) {
    String said = form.getOrDefault(SAID + question, "");
    return said.equals(answer(form, question)) ? said : "";
  }

  static boolean isConfidant(Map<String, String> form, String question) {
    return form.containsKey(CONFIDANT + question);
  }

  /** The answers alone, for a proposal. */
  static ObjectNode answers(Map<String, String> form, Stream<String> questions) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode answers = body.putArray("answers");
    questions.forEach(
        code -> answers.addObject().put("question", code).put("answer", answer(form, code)));
    return body;
  }

  /** The whole decision. */
  static ObjectNode decision(Map<String, String> form, Stream<String> questions) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("after", number(form.getOrDefault("after", "")));
    ArrayNode answers = body.putArray("answers");
    questions.forEach(
        code -> {
          String note = note(form, code).strip();
          if (!answer(form, code).equals(NOT_ASKED) || !note.isEmpty()) {
            ObjectNode one = answers.addObject();
            one.put("question", code).put("answer", answer(form, code));
            if (!note.isEmpty()) {
              one.put("note", note);
            }
            if (!from(form, code).isEmpty()) {
              one.put("from", from(form, code));
            }
            if (isConfidant(form, code)) {
              one.put("confidant", true);
            }
          }
        });
    for (String field : DECIDED) {
      String typed = form.getOrDefault(field, "").strip();
      if (!typed.isEmpty()) {
        body.put(field, typed);
      }
    }
    return body;
  }

  private static int number(String typed) {
    return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 0;
  }
}
