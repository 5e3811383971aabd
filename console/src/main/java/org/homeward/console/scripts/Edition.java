package org.homeward.console.scripts;

import java.time.Instant;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/**
 * One edition of a text.
 *
 * @param text in the reader's letters
 * @param written as it was written
 * @param by who wrote it and when, in words
 * @param approved who approved it and when, in words; empty for a proposal
 */
record Edition(String number, String text, String written, String by, String approved) {

  /**
   * @param reader opaque id of the person at the browser
   */
  static Edition of(Words words, JsonNode found, String reader, Instant now) {
    String writer = found.path("by").asString("");
    return new Edition(
        found.path("edition").asString(""),
        words.letters(found.path("text").asString("")),
        found.path("text").asString(""),
        writer.equals("intake")
            ? words.say("script.builtIn")
            : words.say(
                "script.by", words.person(writer, reader), at(words, found.path("at"), now)),
        found.has("approvedBy")
            ? words.say(
                "script.approved",
                words.person(found.path("approvedBy").asString(""), reader),
                at(words, found.path("approvedAt"), now))
            : "");
  }

  private static String at(Words words, JsonNode at, Instant now) {
    return FactWords.instant(at).map(then -> words.when(then, now)).orElse("");
  }
}
