package org.homeward.console.desk;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.facts.DraftWords;
import org.homeward.console.facts.FactWords;
import org.homeward.console.facts.SeenWords;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Makes the lines of the desk from what the API lists. */
public final class DeskLines {

  private final Words words;
  private final String node;
  private final Instant now;

  public DeskLines(Words words, String node, Instant now) {
    this.words = words;
    this.node = node;
    this.now = now;
  }

  /** A case as the API lists it. */
  public DeskLine of(JsonNode found) {
    JsonNode facts = found.path("facts");
    String id = found.path("id").asString("");
    return new DeskLine(
        id,
        CaseWords.code(node, id),
        CaseWords.children(words, facts),
        facts.has("category") ? words.code("Category", facts.path("category").asString("")) : "",
        CaseWords.risk(facts),
        found.path("kind").asString("MISSING"),
        found.path("exercise").asBoolean(false),
        seen(facts),
        SeenWords.line(words, found.path("seenSince"), now),
        due(found),
        FactWords.instant(found.path("openedAt")).map(at -> words.when(at, now)).orElse(""));
  }

  /** A page of cases as the API lists it. */
  List<DeskLine> all(JsonNode list) {
    return list.path("cases").valueStream().map(this::of).toList();
  }

  DraftLine draft(JsonNode found, String reader) {
    return new DraftLine(
        found.path("draft").asString(""),
        DraftWords.name(words, found, now),
        DraftWords.people(words, found, reader, now),
        found.path("exercise").asBoolean(false),
        found.path("ringing").asBoolean(false));
  }

  private String seen(JsonNode facts) {
    return Stream.of(
            CaseWords.locality(facts),
            CaseWords.lastSeen(facts).map(at -> words.away(at, now)).orElse(""))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private String due(JsonNode found) {
    int held = found.path("held").asInt(0);
    int tasks =
        (int)
            found
                .path("tasks")
                .valueStream()
                .filter(task -> !task.path("kind").asString("").equals("REVIEW_HELD_REPORT"))
                .count();
    return Stream.of(
            held == 0 ? "" : words.count("desk.held", held),
            tasks == 0 ? "" : words.count("desk.tasks", tasks))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }
}
