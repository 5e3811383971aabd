package org.homeward.console.pages;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns what stands in the fields of a form into the values of a request. */
public final class Typed {

  private Typed() {}

  /** Text without what is around it; nothing where the field is empty. */
  public static void put(ObjectNode body, Map<String, String> form, String field) {
    String typed = form.getOrDefault(field, "").strip().replace("\r\n", "\n");
    if (!typed.isEmpty()) {
      body.put(field, typed);
    }
  }

  /** A whole number; what is none goes on as it was typed, and the API says so. */
  public static void putNumber(ObjectNode body, Map<String, String> form, String field) {
    String typed = form.getOrDefault(field, "").strip();
    if (typed.matches("[0-9]{1,6}")) {
      body.put(field, Integer.parseInt(typed));
    } else if (!typed.isEmpty()) {
      body.put(field, typed);
    }
  }

  /** The names of pressed boxes: {@code to.POLICE} is one of {@code to}. */
  public static void pressed(ArrayNode list, Map<String, String> form, String field) {
    form.keySet().stream()
        .filter(name -> name.startsWith(field + "."))
        .map(name -> name.substring(field.length() + 1))
        .sorted()
        .forEach(list::add);
  }

  /** Text that is no time goes on as it was typed, and the API says so. */
  public static String time(String typed, ZoneId zone) {
    try {
      return LocalDateTime.parse(typed).atZone(zone).toInstant().toString();
    } catch (DateTimeException asTyped) {
      return typed;
    }
  }
}
