package org.homeward.console.providers;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Says providers as the API has them. */
final class ProviderWords {

  private final Words words;
  private final String reader;
  private final Instant now;

  /**
   * @param reader opaque id of the person at the browser
   */
  ProviderWords(Words words, String reader, Instant now) {
    this.words = words;
    this.reader = reader;
    this.now = now;
  }

  ProviderLine line(JsonNode found) {
    return new ProviderLine(
        found.path("provider").asString(""),
        found.path("name").asString(""),
        found
            .path("services")
            .valueStream()
            .map(each -> words.code("SupportService", each.asString("")))
            .toList(),
        found.path("phone").asString(""),
        found.path("hours").asString(""),
        found
            .path("languages")
            .valueStream()
            .map(each -> words.languageName(each.asString("")))
            .collect(joining(", ")),
        ages(found.path("fromAge"), found.path("toAge")),
        found.has("places") ? words.say("providers.places.of", found.path("places").asInt(0)) : "",
        found.path("address").asString(""),
        found.path("sealed").asBoolean(false),
        words.say(
            "providers.checked.by",
            words.person(found.path("checkedBy").asString(""), reader),
            FactWords.instant(found.path("checkedAt")).map(at -> words.dated(at, now)).orElse("")),
        found.path("unchecked").asBoolean(false));
  }

  private String ages(JsonNode from, JsonNode to) {
    if (from.isMissingNode() && to.isMissingNode()) {
      return "";
    }
    if (to.isMissingNode()) {
      return words.say("providers.ages.from", from.asInt(0));
    }
    return from.isMissingNode()
        ? words.say("providers.ages.to", to.asInt(0))
        : words.say("providers.ages.between", from.asInt(0), to.asInt(0));
  }
}
