package org.homeward.console.children;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Says an episode as the API shows it. */
public final class EpisodeWords {

  private final Words words;
  private final String node;
  private final Instant now;

  public EpisodeWords(Words words, String node, Instant now) {
    this.words = words;
    this.node = node;
    this.now = now;
  }

  /** The name of its case on the telephone. */
  public String code(JsonNode episode) {
    return CaseWords.code(node, episode.path("case").asString(""));
  }

  /** When its case was opened. */
  public String opened(JsonNode episode) {
    return FactWords.instant(episode.path("openedAt")).map(at -> words.dated(at, now)).orElse("");
  }

  /** Why the child was missing, and how it ended or stands. */
  public String what(JsonNode episode) {
    String category = episode.path("category").asString("");
    String outcome = episode.path("outcome").asString("");
    String status = episode.path("status").asString("");
    return Stream.of(
            category.isEmpty() ? "" : words.code("Category", category),
            outcome.isEmpty()
                ? status.isEmpty() ? "" : words.code("ChildState", status)
                : words.code("Outcome", outcome))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  /** Under which the case knows her. */
  String names(JsonNode episode) {
    return episode
        .path("names")
        .valueStream()
        .map(name -> name.asString(""))
        .collect(Collectors.joining(" · "));
  }

  /** The first name that one of these episodes has. */
  String who(List<JsonNode> episodes) {
    return episodes.stream()
        .flatMap(each -> each.path("names").valueStream())
        .map(name -> name.asString(""))
        .findFirst()
        .orElseGet(() -> words.say("children.nameless"));
  }

  ChildPage.Episode of(JsonNode episode, String hereCase, String hereChild) {
    String caseId = episode.path("case").asString("");
    String child = episode.path("child").asString("");
    return new ChildPage.Episode(
        caseId,
        child,
        code(episode),
        opened(episode),
        what(episode),
        names(episode),
        episode.path("standing").asString(""),
        caseId.equals(hereCase) && child.equals(hereChild));
  }
}
