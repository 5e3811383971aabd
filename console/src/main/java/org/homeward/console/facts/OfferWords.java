package org.homeward.console.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Says what a caller told of a job offer, for a form that goes on from there. */
public final class OfferWords {

  /** The fields that a person types. */
  public static final List<String> FIELDS =
      List.of("employer", "destination", "contract", "intermediaries", "advised");

  private OfferWords() {}

  /**
   * Line by line, cut where the form takes no more; empty where nobody said anything.
   *
   * @param questions as the API lists them
   */
  public static String text(Words words, JsonNode offer, JsonNode questions, int longest) {
    Map<String, String> asks = asks(words, questions);
    List<String> lines = new ArrayList<>();
    for (String field : FIELDS) {
      String said = offer.path(field).asString("");
      if (!said.isEmpty()) {
        lines.add(words.say("joboffer.field." + field) + ": " + said);
      }
    }
    for (JsonNode each : offer.path("checked")) {
      String code = each.path("question").asString("");
      String answer = words.code("reply", each.path("answer").asString(""));
      lines.add(asks.getOrDefault(code, code) + " " + answer);
    }
    String text = String.join("\n", lines);
    return text.length() <= longest ? text : cut(text, longest);
  }

  /** Never in the middle of a letter that takes two chars. */
  private static String cut(String text, int longest) {
    int end = longest - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  private static Map<String, String> asks(Words words, JsonNode questions) {
    Map<String, String> asks = new LinkedHashMap<>();
    for (JsonNode each : questions.path("questions")) {
      asks.put(
          each.path("question").asString(""),
          each.path("ask").path(words.language().tag()).asString(""));
    }
    return asks;
  }
}
