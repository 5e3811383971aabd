package org.homeward.console.calls;

import java.time.Instant;
import java.util.Optional;
import org.homeward.console.facts.CallWords;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Makes the lines of the log from what the API lists. */
final class CallLines {

  private final Words words;
  private final String node;
  private final String reader;
  private final Instant now;

  /**
   * @param reader opaque id of the person at the browser
   */
  CallLines(Words words, String node, String reader, Instant now) {
    this.words = words;
    this.node = node;
    this.reader = reader;
    this.now = now;
  }

  CallLine of(JsonNode found) {
    return new CallLine(
        found.path("call").asString(""),
        at(found).map(at -> words.when(at, now)).orElse(""),
        words.say(
            "calls.what."
                + found.path("direction").asString("IN")
                + (found.path("answered").asBoolean(true) ? ".answered" : ".missed")),
        found.path("line").asString(""),
        found.path("number").asString(""),
        CallWords.about(words, found),
        became(found),
        leads(found),
        words.person(found.path("loggedBy").asString(""), reader),
        found.path("offerChecked").asBoolean(false),
        found.path("exercise").asBoolean(false));
  }

  static Optional<Instant> at(JsonNode found) {
    return FactWords.instant(found.path("at"));
  }

  private String became(JsonNode found) {
    if (found.has("case")) {
      return words.say("calls.case", CaseWords.code(node, found.path("case").asString("")));
    }
    if (found.has("draft")) {
      return words.say("calls.draft");
    }
    return found.has("ended") ? words.code("callEnding", found.path("ended").asString("")) : "";
  }

  static String leads(JsonNode found) {
    if (found.has("case")) {
      return "/cases/" + found.path("case").asString("");
    }
    return found.has("draft") ? "/intake/drafts/" + found.path("draft").asString("") : "";
  }
}
