package org.homeward.console.tips;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.console.pages.Words;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the API gets of a form for a tip.
 *
 * @param point where its place is put on the map; empty where nobody has chosen one
 * @param wrong what cannot be sent, in words, by field
 */
record TipForm(ObjectNode body, ObjectNode point, Map<String, String> wrong) {

  /** The fields of the form, in their order on the page. */
  static final List<String> FIELDS =
      List.of(
          "text",
          "day",
          "time",
          "withinMinutes",
          "place",
          "withinMetres",
          "direction",
          "companion",
          "alertSeen",
          "reference",
          "contact");

  static final List<String> ALERT_SEEN = List.of("BEFORE_ALERT", "AFTER_ALERT", "NO_ALERT");
  static final List<String> MINUTES = List.of("15", "60", "180", "720");
  static final List<String> METRES = List.of("50", "500", "5000", "50000");

  private static final List<String> TEXTS =
      List.of("text", "place", "direction", "companion", "contact", "reference", "alertSeen");

  /** Where a day is known and no time, it may have been at any time of it. */
  private static final LocalTime NOON = LocalTime.NOON;

  private static final int HALF_A_DAY = 720;

  static TipForm of(Map<String, String> form, Words words) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    Map<String, String> wrong = new HashMap<>();
    for (String field : TEXTS) {
      String text = typed(form, field);
      if (!text.isEmpty()) {
        body.put(field, text);
      }
    }
    body.put("language", words.language().tag());
    number(form, "withinMinutes", body);
    number(form, "withinMetres", body);
    time(form, words, body, wrong);
    ObjectNode point = JsonNodeFactory.instance.objectNode();
    if (!typed(form, "point").isEmpty()) {
      TypedPoint.put(point, typed(form, "point"), typed(form, "withinMetres"));
      if (!point.has("latitude") || !point.has("longitude") || !point.has("withinMetres")) {
        wrong.put("point", words.say("tips.point.wrong"));
      }
    }
    return new TipForm(body, point, wrong);
  }

  private static void number(Map<String, String> form, String field, ObjectNode body) {
    String typed = typed(form, field);
    if (typed.matches("[0-9]{1,6}")) {
      body.put(field, Integer.parseInt(typed));
    }
  }

  private static void time(
      Map<String, String> form, Words words, ObjectNode body, Map<String, String> wrong) {
    String day = typed(form, "day");
    String time = typed(form, "time");
    if (day.isEmpty() && time.isEmpty()) {
      return;
    }
    try {
      LocalTime at = time.isEmpty() ? NOON : LocalTime.parse(time);
      try {
        Instant seen = LocalDate.parse(day).atTime(at).atZone(words.zone()).toInstant();
        body.put("seenAt", seen.toString());
        if (time.isEmpty()) {
          body.put("withinMinutes", HALF_A_DAY);
        }
      } catch (DateTimeException notADay) {
        wrong.put("day", words.say("tip.day.wrong"));
      }
    } catch (DateTimeException notATime) {
      wrong.put("time", words.say("tip.time.wrong"));
    }
  }

  private static String typed(Map<String, String> form, String field) {
    return form.getOrDefault(field, "").strip().replace("\r\n", "\n");
  }

  @Override
  public String toString() {
    return "TipForm[redacted]";
  }
}
