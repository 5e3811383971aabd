package org.homeward.console.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Tells what persons decided about a whole case, and how its children stand. */
final class RulingsStory {

  private final Words words;
  private final Person reader;
  private final Instant now;

  RulingsStory(Words words, Person reader, Instant now) {
    this.words = words;
    this.reader = reader;
    this.now = now;
  }

  /**
   * One decision.
   *
   * @param by by whom and when, in words
   */
  record Told(Instant at, String sentence, String by) {}

  /** In no particular order. */
  List<Told> all(JsonNode found) {
    List<Told> all = new ArrayList<>();
    if (found.has("freeze")) {
      all.add(told(found.path("freeze"), words.say("story.frozen")));
    }
    for (JsonNode lift : found.path("lifts")) {
      all.add(
          told(
              lift,
              words.say(
                  "story.lifted",
                  words.person(lift.path("with").asString(""), reader.id()),
                  reasons(lift))));
    }
    for (JsonNode end : found.path("brakeEnds")) {
      all.add(told(end, words.say("story.brakeEnded", end.path("reason").asString(""))));
    }
    for (JsonNode check : found.path("orders")) {
      all.add(told(check, orders(check)));
    }
    for (JsonNode turn : found.path("kindTurns")) {
      all.add(told(turn, turned(turn)));
    }
    for (JsonNode word : found.path("words")) {
      all.add(told(word, words.say("story.waiting." + matter(word), reason(word))));
    }
    return all;
  }

  /** What the case is about and what follows, in words; empty for a search. */
  String kind(JsonNode found) {
    String kind = found.path("kind").asString("MISSING");
    String until =
        FactWords.instant(found.path("atRiskUntil")).map(at -> words.when(at, now)).orElse("");
    return kind.equals("MISSING") || found.path("standing").asString("").equals("ENDED")
        ? ""
        : words.say("case.kind." + kind, until);
  }

  private String turned(JsonNode turn) {
    String reason = reason(turn);
    String key = "story.kind." + turn.path("kind").asString("");
    return reason.isEmpty() ? words.say(key) : words.say(key) + ": " + reason;
  }

  /** The reports that police do not have, in words, the newest last. */
  List<String> held(JsonNode found) {
    return found
        .path("reports")
        .valueStream()
        .filter(each -> each.path("policeRelease").path("status").asString("").equals("HELD"))
        .map(
            each ->
                words.say(
                    "decision.missing.held",
                    words.code("Channel", each.path("channel").asString("")),
                    by(each)))
        .toList();
  }

  /** The word of police, with the note of whoever recorded it. */
  private String orders(JsonNode check) {
    String said =
        words.say(
            "story.orders." + check.path("finding").asString(""),
            check.path("reference").asString(""),
            check.path("officer").asString(""));
    return Stream.of(said, check.path("orders").asString(""), check.path("note").asString(""))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** The last word of police, in words, even of fewer children; empty when it was taken back. */
  List<String> ordersChecked(JsonNode found) {
    JsonNode all = found.path("orders");
    JsonNode last =
        found.has("ordersChecked") ? found.path("ordersChecked") : all.path(all.size() - 1);
    boolean takenBack = last.path("finding").asString("").equals("MISTAKEN");
    return last.isMissingNode() || takenBack ? List.of() : List.of(orders(last) + " " + by(last));
  }

  private static String matter(JsonNode word) {
    return word.path("matter").asString("");
  }

  private static String reason(JsonNode of) {
    return of.path("reason").asString("");
  }

  private static String reasons(JsonNode lift) {
    return String.join(
        "; ",
        Stream.of(reason(lift), lift.path("withReason").asString(""))
            .filter(reason -> !reason.isEmpty())
            .distinct()
            .toList());
  }

  private Told told(JsonNode of, String sentence) {
    return new Told(FactWords.instant(of.path("at")).orElse(Instant.EPOCH), sentence, by(of));
  }

  private String by(JsonNode of) {
    String who = words.person(of.path("by").asString(""), reader.id());
    return FactWords.instant(of.path("at"))
        .map(at -> words.say("story.by", who, dated(at)))
        .orElse(who);
  }

  private String dated(Instant at) {
    return words.when(at, now) + " (" + words.away(at, now) + ")";
  }

  /** The first words of others for lifting the freeze that stands, in words. */
  List<String> waitingLifts(JsonNode found) {
    return found
        .path("words")
        .valueStream()
        .filter(word -> matter(word).equals("LIFT_FREEZE"))
        .filter(word -> !word.path("by").asString("").equals(reader.id()))
        .map(word -> words.say("decision.lift.first", by(word), reason(word)))
        .toList();
  }

  /** How the children stand who are not simply missing, in words. */
  List<String> children(JsonNode found) {
    List<String> told = new ArrayList<>();
    for (var child : found.path("children").properties()) {
      String who =
          CaseWords.child(words, found.path("facts").path("children").path(child.getKey()));
      switch (child.getValue().path("status").asString("")) {
        case "LOCATED_UNVERIFIED" -> told.add(words.say("child.located", who));
        case "ENDED" ->
            told.add(
                words.say(
                    "child.ended",
                    who,
                    words.codeInText("Outcome", child.getValue().path("outcome").asString("")),
                    words.codeInText(
                        "Verification", child.getValue().path("verifiedBy").asString("")),
                    child.getValue().path("reference").asString("")));
        default -> {
          // missing, as the page says anyway
        }
      }
    }
    return told;
  }
}
