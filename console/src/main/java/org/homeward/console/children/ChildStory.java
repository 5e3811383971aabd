package org.homeward.console.children;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Tells a child as the API shows her: her episodes, what holds them together, who is near her. */
final class ChildStory {

  private final Words words;
  private final EpisodeWords episodes;
  private final Person reader;
  private final Instant now;

  ChildStory(Words words, String node, Person reader, Instant now) {
    this.words = words;
    this.episodes = new EpisodeWords(words, node, now);
    this.reader = reader;
    this.now = now;
  }

  /**
   * @param chosen the link whose form was refused; empty otherwise
   */
  ChildPage of(
      JsonNode found,
      String told,
      String key,
      String chosen,
      String reason,
      Map<String, String> wrong) {
    String caseId = found.path("case").asString("");
    String child = found.path("child").asString("");
    List<JsonNode> all = found.path("episodes").valueStream().toList();
    Map<String, String> codes = new HashMap<>();
    all.forEach(each -> codes.put(each.path("case").asString(""), episodes.code(each)));
    return new ChildPage(
        caseId,
        child,
        episodes.code(found),
        episodes.who(all),
        found.path("exercise").asBoolean(false),
        told,
        all.stream().map(each -> episodes.of(each, caseId, child)).toList(),
        bonds(found, codes),
        undone(found, codes),
        found
            .path("siblings")
            .valueStream()
            .map(each -> other(each.path("episodes").valueStream().toList(), ""))
            .toList(),
        found.path("household").valueStream().map(each -> other(List.of(each), by(each))).toList(),
        found.has("household"),
        reader.takesReports(),
        key,
        chosen,
        reason,
        wrong);
  }

  private ChildPage.Other other(List<JsonNode> in, String by) {
    return new ChildPage.Other(
        episodes.who(in), by, in.stream().map(each -> episodes.of(each, "", "")).toList());
  }

  private String by(JsonNode housemate) {
    return housemate
        .path("by")
        .valueStream()
        .map(each -> words.say("children.by." + each.asString("")))
        .collect(Collectors.joining(" "));
  }

  private List<ChildPage.Bond> bonds(JsonNode found, Map<String, String> codes) {
    List<ChildPage.Bond> bonds = new ArrayList<>();
    for (JsonNode link : found.path("links")) {
      if (link.path("linked").asBoolean(false)) {
        bonds.add(
            new ChildPage.Bond(
                link.path("link").asString(""),
                words.say("children.between", end(link, 0, codes), end(link, 1, codes)),
                turn(link.path("turns").path(link.path("turns").size() - 1)),
                effect(found, link, codes),
                "\"" + link.path("version").asLong(0) + "\""));
      }
    }
    return bonds;
  }

  private List<String> undone(JsonNode found, Map<String, String> codes) {
    List<String> undone = new ArrayList<>();
    for (JsonNode link : found.path("links")) {
      if (!link.path("linked").asBoolean(false)) {
        undone.add(
            words.say(
                "children.undone",
                end(link, 0, codes),
                end(link, 1, codes),
                turn(link.path("turns").path(link.path("turns").size() - 1))));
      }
    }
    return undone;
  }

  private String end(JsonNode link, int n, Map<String, String> codes) {
    JsonNode end = link.path("between").path(n);
    return codes.getOrDefault(end.path("case").asString(""), episodes.code(end));
  }

  private String turn(JsonNode turn) {
    String who = words.person(turn.path("by").asString(""), reader.id());
    String at = FactWords.instant(turn.path("at")).map(it -> words.dated(it, now)).orElse("");
    return words.say(
        "children.said", words.code("linkReason", turn.path("reason").asString("")), who, at);
  }

  /** The episodes on one side when this link is undone, or that other links hold them together. */
  private String effect(JsonNode found, JsonNode undoing, Map<String, String> codes) {
    String start = undoing.path("between").path(1).path("child").asString("");
    String other = undoing.path("between").path(0).path("child").asString("");
    Set<String> side = new HashSet<>(Set.of(start));
    boolean grows = true;
    while (grows) {
      grows = false;
      for (JsonNode link : found.path("links")) {
        if (link.path("linked").asBoolean(false) && !link.equals(undoing)) {
          String one = link.path("between").path(0).path("child").asString("");
          String two = link.path("between").path(1).path("child").asString("");
          boolean touches = side.contains(one) || side.contains(two);
          grows |= touches && side.addAll(List.of(one, two));
        }
      }
    }
    if (side.contains(other)) {
      return words.say("children.undo.effect.none");
    }
    return words.say(
        "children.undo.effect", codes(found, codes, side, true), codes(found, codes, side, false));
  }

  private static String codes(
      JsonNode found, Map<String, String> codes, Set<String> side, boolean within) {
    return found
        .path("episodes")
        .valueStream()
        .filter(each -> side.contains(each.path("child").asString("")) == within)
        .map(each -> codes.getOrDefault(each.path("case").asString(""), ""))
        .collect(Collectors.joining(", "));
  }
}
