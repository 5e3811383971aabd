package org.homeward.console.alerts;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns the form of an alert into the API's body, and a preview into the form. */
final class AlertBody {

  private static final List<String> FIELDS =
      List.of("audience", "text.sr", "text.en", "text.el", "hours", "authority", "reference");

  private static final String AUDIENCE = "audience";
  private static final String WHOLE = "whole";

  private AlertBody() {}

  /** The fields that are typed or chosen. */
  static Map<String, String> typed(Map<String, List<String>> form) {
    Map<String, String> typed = new HashMap<>();
    for (String field : FIELDS) {
      List<String> values = form.getOrDefault(field, List.of());
      typed.put(field, values.isEmpty() ? "" : values.getFirst());
    }
    return typed;
  }

  /** The ticked boxes, as {@code languages.sr}. */
  static Set<String> ticked(Map<String, List<String>> form) {
    Set<String> ticked = new TreeSet<>();
    for (String field : List.of("languages", "regions", WHOLE, "again")) {
      form.getOrDefault(field, List.of()).forEach(value -> ticked.add(field + "." + value));
    }
    return ticked;
  }

  /** As a draft is posted, but for its case and audience. */
  static ObjectNode of(Map<String, String> typed, Set<String> ticked, String country, Instant now) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode area = body.putObject("area");
    area.put("country", country);
    var regions = area.putArray("regions");
    values(ticked, "regions").forEach(regions::add);
    var languages = body.putArray("languages");
    Set<String> wanted = values(ticked, "languages");
    wanted.forEach(languages::add);
    ObjectNode text = body.putObject("text");
    for (String language : DraftPage.LANGUAGES) {
      String words = typed.getOrDefault("text." + language, "").strip();
      if (!words.isEmpty()) {
        text.put(language, words.replace("\r\n", "\n"));
      }
    }
    body.put("until", until(typed.getOrDefault("hours", ""), now).toString());
    body.put("authority", typed.getOrDefault("authority", ""));
    body.put("reference", typed.getOrDefault("reference", "").strip());
    if (ticked.contains("again.true")) {
      body.put("again", true);
    }
    return body;
  }

  /** Whether it says where: some regions, or the whole country, and not both. */
  static boolean hasArea(Set<String> ticked) {
    return values(ticked, "regions").isEmpty() == ticked.contains(WHOLE + ".true");
  }

  private static Set<String> values(Set<String> ticked, String field) {
    Set<String> values = new TreeSet<>();
    ticked.stream()
        .filter(each -> each.startsWith(field + "."))
        .forEach(each -> values.add(each.substring(field.length() + 1)));
    return values;
  }

  /** To the minute, and never later than the API allows when it is asked a moment later. */
  private static Instant until(String hours, Instant now) {
    long chosen = DraftPage.HOURS.contains(hours) ? Long.parseLong(hours) : 0;
    return now.plus(Duration.ofHours(chosen)).truncatedTo(ChronoUnit.MINUTES);
  }

  /** The fields of what was drafted, with the hours that are left, at least. */
  static Map<String, String> typed(JsonNode preview, Instant now) {
    Map<String, String> typed = new HashMap<>();
    preview
        .path("parts")
        .properties()
        .forEach(
            part ->
                typed.put("text." + part.getKey(), part.getValue().path("author").asString("")));
    typed.put(AUDIENCE, preview.path(AUDIENCE).asString(""));
    typed.put("authority", preview.path("authority").path("entry").asString(""));
    typed.put("reference", preview.path("authority").path("reference").asString(""));
    typed.put("hours", hours(Instant.parse(preview.path("until").asString("")), now));
    return typed;
  }

  private static String hours(Instant until, Instant now) {
    return DraftPage.HOURS.stream()
        .filter(hours -> !now.plus(Duration.ofHours(Long.parseLong(hours))).isBefore(until))
        .findFirst()
        .orElse(DraftPage.HOURS.getLast());
  }

  static Set<String> ticked(JsonNode preview) {
    Set<String> ticked = new TreeSet<>();
    JsonNode rule = preview.path("rule");
    rule.path("languages").forEach(each -> ticked.add("languages." + each.asString("")));
    rule.path("area").path("regions").forEach(each -> ticked.add("regions." + each.asString("")));
    if (values(ticked, "regions").isEmpty()) {
      ticked.add(WHOLE + ".true");
    }
    return ticked;
  }
}
