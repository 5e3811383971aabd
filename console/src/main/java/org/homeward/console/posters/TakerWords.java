package org.homeward.console.posters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Takers of the API, in words. */
final class TakerWords {

  private final Words words;
  private final String reader;
  private final Instant now;

  /**
   * @param reader opaque id of the person who reads
   */
  TakerWords(Words words, String reader, Instant now) {
    this.words = words;
    this.reader = reader;
    this.now = now;
  }

  /** Without those who are forgotten. */
  List<TakerLine> lines(JsonNode found) {
    return found
        .path("posters")
        .valueStream()
        .filter(taker -> taker.path("status").asString("").equals("KNOWN"))
        .map(this::line)
        .toList();
  }

  private TakerLine line(JsonNode taker) {
    String why = taker.path("why").asString("");
    return new TakerLine(
        taker.path("poster").asString(""),
        taker.path("alert").asString(""),
        taker.path("code").asString(""),
        taker.path("exercise").asBoolean(false),
        Stream.of("name", "organisation")
            .map(field -> taker.path(field).asString(""))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.joining(", ")),
        taker.path("phone").asString(""),
        taker.path("places").asString(""),
        words.say(
            "posters.taken",
            words.count("posters.copies", taker.path("copies").asLong(0)),
            person(taker),
            when(taker)),
        why.isEmpty() ? "" : words.say("posters.why." + why),
        calls(taker.path("calls")));
  }

  private List<String> calls(JsonNode calls) {
    List<String> said = new ArrayList<>();
    for (JsonNode call : calls) {
      String outcome = words.say("posters.outcome." + call.path("outcome").asString(""));
      said.addFirst(words.say("posters.called", outcome, person(call), when(call)));
    }
    return said;
  }

  private String person(JsonNode of) {
    return words.person(of.path("by").asString(""), reader);
  }

  private String when(JsonNode of) {
    return FactWords.instant(of.path("at")).map(at -> words.when(at, now)).orElse("");
  }
}
