package org.homeward.console.facts;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Says when and where a child was seen: as reports state it, and as a tip says of a later time. */
public final class SeenWords {

  private final Words words;
  private final FactWords factWords;

  public SeenWords(Words words, FactWords factWords) {
    this.words = words;
    this.factWords = factWords;
  }

  /** As the reports say. */
  public Optional<Fact> last(JsonNode facts) {
    return facts.has("lastSeen")
        ? Optional.of(
            new Fact(
                "lastSeen",
                words.say("fact.lastSeen"),
                factWords.lastSeen(facts.path("lastSeen")),
                false))
        : Optional.empty();
  }

  /**
   * As a tip says of a later time. It names whose word that is, and how far it can be relied on.
   *
   * @param seen as the API tells it; empty where it is missing
   */
  public Optional<Fact> since(JsonNode seen) {
    if (seen.isMissingNode()) {
      return Optional.empty();
    }
    String grade =
        words.say(
            "fact.seenSince.grade",
            Grades.of(seen),
            words.codeInText("SourceGrade", seen.path("source").asString("")),
            words.codeInText("InformationGrade", seen.path("information").asString("")));
    String said = FactWords.joined(Stream.of(factWords.lastSeen(seen), grade), "\n");
    return Optional.of(new Fact("seenSince", words.say("fact.seenSince"), said, false));
  }

  /** The same in one line; empty where it is missing. */
  public static String line(Words words, JsonNode seen, Instant now) {
    String when = FactWords.instant(seen.path("at")).map(at -> words.away(at, now)).orElse("");
    String said = FactWords.joined(Stream.of(CaseWords.town(seen), when), ", ");
    return seen.isMissingNode() ? "" : words.say("case.seenSince", said, Grades.of(seen));
  }
}
