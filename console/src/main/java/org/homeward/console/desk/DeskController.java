package org.homeward.console.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import org.homeward.console.work.TaskLine;
import org.homeward.console.work.TaskLines;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** The desk, and its list alone for the browser that refreshes it. */
@RestController
class DeskController {

  private static final Set<String> STANDINGS = Set.of("OPEN", "FROZEN", "ENDED");
  private static final Set<String> KINDS = Set.of("MISSING", "AT_RISK", "UNIDENTIFIED");
  private static final int LIMIT = 50;
  private static final int TASKS = 5;

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  DeskController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping("/desk")
  ResponseEntity<String> desk(
      HttpServletRequest request,
      @RequestParam(defaultValue = "OPEN") String standing,
      @RequestParam(defaultValue = "RISK") String order,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String after) {
    return pages.show(request, "desk/desk.jte", page(request, standing, order, kind, after));
  }

  @GetMapping("/desk/list")
  ResponseEntity<String> list(
      HttpServletRequest request,
      @RequestParam(defaultValue = "OPEN") String standing,
      @RequestParam(defaultValue = "RISK") String order,
      @RequestParam(defaultValue = "") String kind) {
    return pages.show(request, "desk/list.jte", page(request, standing, order, kind, ""));
  }

  /** Without them the desk still shows its cases. */
  private List<DraftLine> drafts(DeskLines lines) {
    String reader = HttpPages.person().map(Person::id).orElse("");
    return api.get("/api/v1/drafts") instanceof Answer.Done(_, JsonNode found, _)
        ? found.path("drafts").valueStream().map(each -> lines.draft(each, reader)).toList()
        : List.of();
  }

  /** The same; those of the team alone. */
  private List<TaskLine> tasks(Words words) {
    String reader = HttpPages.person().map(Person::id).orElse("");
    var lines = new TaskLines(words, node, reader, clock.instant());
    return api.get("/api/v1/tasks?limit=" + TASKS) instanceof Answer.Done(_, JsonNode found, _)
        ? found.path("tasks").valueStream().map(lines::of).flatMap(Optional::stream).toList()
        : List.of();
  }

  private JsonNode cases(String standing, String order, String kind, String after) {
    var query =
        UriComponentsBuilder.fromPath("/api/v1/cases")
            .queryParam("standing", standing)
            .queryParam("order", order)
            .queryParam("limit", LIMIT);
    if (!kind.isEmpty()) {
      query.queryParam("kind", kind);
    }
    if (!after.isEmpty()) {
      query.queryParam("after", "{after}");
    }
    return api.read(query.encode().buildAndExpand(after).toUriString()).body();
  }

  private DeskPage page(
      HttpServletRequest request, String standing, String order, String kind, String after) {
    String about = KINDS.contains(kind) ? kind : "";
    String shown = STANDINGS.contains(standing) ? standing : "OPEN";
    String ordered = order.equals("CHANGED") ? order : "RISK";
    JsonNode list = cases(shown, ordered, about, after);
    var lines = new DeskLines(pages.words(request), node, clock.instant());
    boolean isFirst = shown.equals("OPEN") && about.isEmpty() && after.isEmpty();
    return new DeskPage(
        shown,
        ordered,
        about,
        isFirst ? tasks(pages.words(request)) : List.of(),
        isFirst ? lines.all(cases("FROZEN", ordered, "", "")) : List.of(),
        isFirst ? drafts(lines) : List.of(),
        lines.all(list),
        list.path("next").asString(""),
        after.isEmpty());
  }
}
