package org.homeward.console.work;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns the forms of a worksheet into requests. */
final class WorkBody {

  private WorkBody() {}

  static ObjectNode note(Map<String, String> form) {
    return text(JsonNodeFactory.instance.objectNode(), "text", form);
  }

  static ObjectNode action(Map<String, String> form, Instant shown, ZoneId zone) {
    ObjectNode body = text(JsonNodeFactory.instance.objectNode(), "what", form);
    return due(body, WorkForm.ACTION, form, shown, zone);
  }

  static ObjectNode callBack(Map<String, String> form, Instant shown, ZoneId zone) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    text(body, "whom", form);
    text(body, "number", form);
    text(body, "mustNotLearn", form);
    return due(body, WorkForm.CALL, form, shown, zone);
  }

  /** The new owner: the reader, a colleague, or nobody. */
  static ObjectNode owner(Map<String, String> form, String reader) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    switch (form.getOrDefault("to", "")) {
      case "me" -> body.put("owner", reader);
      case "all" -> {
        // without an owner it is anybody's
      }
      default -> body.put("owner", form.getOrDefault("owner", "").strip());
    }
    return body;
  }

  private static ObjectNode text(ObjectNode body, String field, Map<String, String> form) {
    String text = form.getOrDefault(field, "").strip().replace("\r\n", "\n");
    if (!text.isEmpty()) {
      body.put(field, text);
    }
    return body;
  }

  /** At a time that somebody named, or so many minutes after the form was shown. */
  private static ObjectNode due(
      ObjectNode body, WorkForm of, Map<String, String> form, Instant shown, ZoneId zone) {
    String at = form.getOrDefault(of.time("at"), "").strip();
    try {
      Instant due =
          at.isEmpty()
              ? shown.plusSeconds(60L * Integer.parseInt(form.getOrDefault(of.time("in"), "")))
              : LocalDateTime.parse(at).atZone(zone).toInstant();
      body.put("due", due.toString());
    } catch (DateTimeException | NumberFormatException e) {
      body.put("due", at.isEmpty() ? "x" : at); // the API says what is wrong with it
    }
    return body;
  }
}
