package org.homeward.console.shifts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.facts.DraftWords;
import org.homeward.console.pages.Words;
import org.homeward.console.work.TaskLine;
import org.homeward.console.work.TaskLines;
import tools.jackson.databind.JsonNode;

/** Reads what is open from the lists in which it stands. */
final class HttpOpenWork {

  private static final int LIMIT = 200;

  private final HttpApi api;
  private final Words words;
  private final String node;
  private final String reader;
  private final Instant now;

  /**
   * @param reader opaque id of the person at the browser
   */
  HttpOpenWork(HttpApi api, Words words, String node, String reader, Instant now) {
    this.api = api;
    this.words = words;
    this.node = node;
    this.reader = reader;
    this.now = now;
  }

  OpenWork read() {
    Answer drafts = api.get("/api/v1/drafts?limit=" + LIMIT);
    Answer tasks = api.get("/api/v1/tasks?limit=" + LIMIT);
    Answer open = api.get("/api/v1/cases?standing=OPEN&order=RISK&limit=" + LIMIT);
    Answer frozen = api.get("/api/v1/cases?standing=FROZEN&order=RISK&limit=" + LIMIT);
    if (!(drafts instanceof Answer.Done(_, JsonNode foundDrafts, _))
        || !(tasks instanceof Answer.Done(_, JsonNode foundTasks, _))
        || !(open instanceof Answer.Done(_, JsonNode foundOpen, _))
        || !(frozen instanceof Answer.Done(_, JsonNode foundFrozen, _))) {
      return OpenWork.UNKNOWN;
    }
    return new OpenWork(
        foundDrafts.path("drafts").valueStream().map(this::draft).toList(),
        held(foundOpen, foundFrozen),
        tasks(foundTasks),
        true,
        foundTasks.path("more").asBoolean(false)
            || Stream.of(foundDrafts, foundOpen, foundFrozen).anyMatch(each -> each.has("next")));
  }

  /** The cases that have changed since; empty when they could not be read. */
  Optional<List<OpenWork.Line>> changedSince(Instant since) {
    List<OpenWork.Line> changed = new ArrayList<>();
    for (String standing : List.of("OPEN", "FROZEN", "ENDED")) {
      Answer answer =
          api.get("/api/v1/cases?standing=" + standing + "&since=" + since + "&limit=" + LIMIT);
      if (!(answer instanceof Answer.Done(_, JsonNode found, _))) {
        return Optional.empty();
      }
      found
          .path("cases")
          .valueStream()
          .map(each -> line(each, words.code("standing", standing)))
          .forEach(changed::add);
    }
    return Optional.of(changed);
  }

  private List<TaskLine> tasks(JsonNode found) {
    var lines = new TaskLines(words, node, reader, now);
    return found.path("tasks").valueStream().map(lines::of).flatMap(Optional::stream).toList();
  }

  private List<OpenWork.Line> held(JsonNode open, JsonNode frozen) {
    return Stream.of(open, frozen)
        .flatMap(list -> list.path("cases").valueStream())
        .filter(each -> each.path("held").asInt(0) > 0)
        .map(each -> line(each, words.count("shift.held", each.path("held").asInt(0))))
        .toList();
  }

  private OpenWork.Line line(JsonNode found, String more) {
    String id = found.path("id").asString("");
    return new OpenWork.Line(
        id,
        CaseWords.code(node, id),
        CaseWords.children(words, found.path("facts")),
        more,
        false,
        found.path("exercise").asBoolean(false));
  }

  private OpenWork.Line draft(JsonNode found) {
    return new OpenWork.Line(
        found.path("draft").asString(""),
        "",
        DraftWords.name(words, found, now),
        DraftWords.people(words, found, reader, now),
        found.path("ringing").asBoolean(false),
        found.path("exercise").asBoolean(false));
  }
}
