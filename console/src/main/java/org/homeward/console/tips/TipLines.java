package org.homeward.console.tips;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.facts.Fact;
import org.homeward.console.facts.FactWords;
import org.homeward.console.facts.Grades;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Tips of the API in a reader's language. */
final class TipLines {

  private final Words words;
  private final String node;
  private final String reader;
  private final Instant now;

  /**
   * @param reader opaque id of the person at the browser
   */
  TipLines(Words words, String node, String reader, Instant now) {
    this.words = words;
    this.node = node;
    this.reader = reader;
    this.now = now;
  }

  TipLine of(JsonNode tip) {
    String standing = tip.path("standing").asString("");
    String caseId = tip.path("case").asString("");
    return new TipLine(
        tip.path("tip").asString(""),
        tip.path("text").asString(""),
        when(tip.path("receivedAt")),
        words.code("Channel", tip.path("channel").asString("")),
        joined(Stream.of(seen(tip), tip.path("place").asString(""))),
        tip.path("contact").asString(""),
        Grades.of(tip.path("grade")),
        words.say("tips.standing." + standing),
        standing.equals("WAITING"),
        tip.has("alikeTo"),
        caseId.isEmpty() ? "" : "/cases/" + caseId,
        caseId.isEmpty() ? "" : CaseWords.code(node, caseId),
        tip.path("exercise").asBoolean(false));
  }

  /** What the tip says, in the order of the form. */
  List<Fact> facts(JsonNode tip) {
    List<Fact> facts = new ArrayList<>();
    add(facts, "seenAt", seen(tip));
    add(facts, "place", place(tip));
    add(facts, "spot", spot(tip.path("spot")));
    for (String field : List.of("direction", "companion")) {
      add(facts, field, tip.path(field).asString(""));
    }
    String alert = tip.path("alertSeen").asString("");
    add(facts, "alertSeen", alert.isEmpty() ? "" : words.say("tip.alertSeen." + alert));
    add(facts, "reference", tip.path("reference").asString(""));
    add(facts, "contact", tip.path("contact").asString(""));
    String taken = tip.path("takenBy").asString("");
    String channel = words.code("Channel", tip.path("channel").asString(""));
    add(
        facts,
        "received",
        joined(
            Stream.of(
                when(tip.path("receivedAt")),
                channel,
                taken.isEmpty() ? "" : words.person(taken, reader))));
    add(facts, "erasedAt", when(tip.path("erasedAt")));
    return facts;
  }

  private void add(List<Fact> facts, String field, String value) {
    if (!value.isEmpty()) {
      facts.add(new Fact(field, words.say("tips.fact." + field), value, false));
    }
  }

  private String seen(JsonNode tip) {
    String at = when(tip.path("seenAt"));
    int within = tip.path("withinMinutes").asInt(0);
    return at.isEmpty() || within == 0
        ? at
        : words.say("fact.within", at, words.count("fact.minutes", within));
  }

  private String place(JsonNode tip) {
    String place = tip.path("place").asString("");
    return place.isEmpty() || !tip.has("withinMetres")
        ? place
        : words.say("tips.within", place, words.say("tip.metres." + nearest(tip)));
  }

  private String spot(JsonNode spot) {
    return spot.isMissingNode()
        ? ""
        : words.say(
            "tips.spot",
            typed(spot),
            words.say("tip.metres." + nearest(spot)),
            words.person(spot.path("by").asString(""), reader),
            when(spot.path("at")));
  }

  /** As a person types a point. */
  static String typed(JsonNode spot) {
    return spot.path("latitude").asDouble(0) + ", " + spot.path("longitude").asDouble(0);
  }

  /** Where a case says that the child was seen last, in the same form; empty without a point. */
  static String lastSeenTyped(JsonNode ofCase) {
    JsonNode place = ofCase.at("/facts/lastSeen/place");
    return place.has("latitude") && place.has("longitude") ? typed(place) : "";
  }

  /** Where the tips of a list stand on the map that somebody has put there. */
  List<TipMap.Point> points(JsonNode tips) {
    return tips.valueStream()
        .filter(tip -> tip.has("spot"))
        .map(
            tip ->
                point(
                    tip.path("tip").asString(""),
                    joined(Stream.of(tip.path("place").asString(""), seen(tip))),
                    tip.path("spot"),
                    tip.at("/spot/withinMetres").asInt(0)))
        .toList();
  }

  /** Where the child of a case was seen last, if somebody gave a point. */
  Optional<TipMap.Point> lastSeen(JsonNode place) {
    return place.has("latitude") && place.has("longitude")
        ? Optional.of(
            point(
                "",
                words.say("tips.map.lastSeen", place.path("locality").asString("")),
                place,
                place.path("uncertaintyMetres").asInt(0)))
        : Optional.empty();
  }

  private static TipMap.Point point(String id, String what, JsonNode at, int within) {
    return new TipMap.Point(
        id, what, at.path("latitude").asDouble(0), at.path("longitude").asDouble(0), within);
  }

  /** The choice of the form that is not smaller. */
  private static String nearest(JsonNode of) {
    int metres = of.path("withinMetres").asInt(0);
    return TipForm.METRES.stream()
        .filter(choice -> metres <= Integer.parseInt(choice))
        .findFirst()
        .orElse(TipForm.METRES.getLast());
  }

  String when(JsonNode at) {
    return FactWords.instant(at).map(it -> words.when(it, now)).orElse("");
  }

  /** The grade with who gave it and why. */
  String gradedBy(JsonNode grade) {
    return grade.isMissingNode()
        ? ""
        : words.say(
            "tips.graded",
            words.codeInText("SourceGrade", grade.path("source").asString("")),
            words.codeInText("InformationGrade", grade.path("information").asString("")),
            words.person(grade.path("by").asString(""), reader),
            when(grade.path("at")));
  }

  /** The first of two words; empty when there is none, or it has lapsed. */
  String toErase(JsonNode word) {
    return FactWords.instant(word.path("until"))
        .filter(until -> until.isAfter(now))
        .map(
            until ->
                words.say(
                    "tips.erase.waiting",
                    words.person(word.path("by").asString(""), reader),
                    words.code("eraseReason", word.path("reason").asString("")),
                    words.when(until, now)))
        .orElse("");
  }

  private static String joined(Stream<String> parts) {
    return parts.filter(part -> !part.isBlank()).collect(Collectors.joining(", "));
  }
}
