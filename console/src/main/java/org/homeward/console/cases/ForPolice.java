package org.homeward.console.cases;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.facts.Fact;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/**
 * The facts of a report that police may know, in words.
 *
 * @param groups the children and the episode, each with what is told of it
 * @param notSent what stays here
 * @param proposal {@code RELEASE}, {@code HOLD} or {@code CANNOT_SAY_YET}
 * @param because what the rules found
 */
record ForPolice(List<Told> groups, List<String> notSent, String proposal, List<String> because) {

  private static final String OF_A_CHILD = "child.";

  ForPolice {
    groups = List.copyOf(groups);
    notSent = List.copyOf(notSent);
    because = List.copyOf(because);
  }

  /**
   * Facts of one child or of the episode.
   *
   * @param title whose they are
   */
  record Told(String title, List<Fact> facts) {

    Told {
      facts = List.copyOf(facts);
    }
  }

  static ForPolice of(JsonNode report, Words words, Instant now) {
    PoliceShare share = PoliceShare.of(report.path("says"));
    var factWords = new FactWords(words, now);
    Stream<Told> children =
        share
            .sent()
            .path("children")
            .valueStream()
            .map(child -> new Told(CaseWords.child(words, child), factWords.ofChild(child)));
    String proposal = report.path("proposal").asString("CANNOT_SAY_YET");
    var episode = new Told(words.say("case.facts.case"), factWords.ofCase(share.sent()));
    return new ForPolice(
        Stream.concat(children, Stream.of(episode))
            .filter(group -> !group.facts().isEmpty())
            .toList(),
        Stream.concat(
                share.notSent().stream().map(field -> field(words, field)),
                ofTip(words, report.path("says")))
            .distinct()
            .toList(),
        proposal,
        because(words, report, proposal));
  }

  /** A report that a tip became has never had it. */
  private static Stream<String> ofTip(Words words, JsonNode says) {
    return says.has("sightings") ? Stream.of(words.say("release.giver")) : Stream.empty();
  }

  /** What the rules found; where the reader may read of no finding, why there is none. */
  private static List<String> because(Words words, JsonNode report, String proposal) {
    List<String> found =
        report
            .path("rules")
            .valueStream()
            .filter(row -> !row.path("finding").asString("").equals("PASSED"))
            .map(row -> words.code("releaseRule", row.path("rule").asString("")))
            .toList();
    return found.isEmpty() ? List.of(words.say("release.because." + proposal)) : found;
  }

  /** All of it, the episode first. */
  List<Fact> all() {
    return groups.reversed().stream().flatMap(group -> group.facts().stream()).toList();
  }

  /** A field as people call it; of a field's part the part. */
  private static String field(Words words, String name) {
    if (name.endsWith("agreesToPolice")) {
      return words.say("release.callersWish"); // whatever it is
    }
    String own = name.startsWith(OF_A_CHILD) ? name.substring(OF_A_CHILD.length()) : name;
    return words.say("fact." + own.substring(own.lastIndexOf('.') + 1));
  }
}
