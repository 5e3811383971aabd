package org.homeward.console.work;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Lists the tasks of all cases, on a page and alone for the browser that refreshes it. */
@RestController
class TasksController {

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  TasksController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping("/tasks")
  ResponseEntity<String> read(
      HttpServletRequest request,
      @RequestParam(defaultValue = "ALL") String of,
      @RequestParam(defaultValue = "") String done) {
    Words words = pages.words(request);
    String told = WorkController.DONE.contains(done) ? words.say("work.done." + done) : "";
    return pages.show(request, "work/tasks.jte", page(words, of, told));
  }

  @GetMapping("/tasks/list")
  ResponseEntity<String> list(
      HttpServletRequest request, @RequestParam(defaultValue = "ALL") String of) {
    return pages.show(request, "work/tasklist.jte", page(pages.words(request), of, ""));
  }

  private TasksPage page(Words words, String given, String told) {
    String of = TasksPage.which(given);
    String reader = HttpPages.person().map(Person::id).orElse("");
    var lines = new TaskLines(words, node, reader, clock.instant());
    JsonNode found = api.read("/api/v1/tasks?limit=200&of=" + of).body();
    List<TaskLine> tasks =
        found.path("tasks").valueStream().map(lines::of).flatMap(Optional::stream).toList();
    return new TasksPage(
        of,
        told,
        tasks,
        found.path("more").asBoolean(false),
        unconfirmed(),
        silent(words),
        found.path("tasks").valueStream().map(lines::ofFile).flatMap(Optional::stream).toList());
  }

  /** Without an answer of that service the tasks are listed all the same. */
  private List<TasksPage.Silent> silent(Words words) {
    boolean calls = HttpPages.person().filter(Person::isOnCases).isPresent();
    return calls && api.get("/api/v1/answers") instanceof Answer.Done(_, JsonNode found, _)
        ? found
            .path("alerts")
            .valueStream()
            .map(
                each ->
                    new TasksPage.Silent(
                        each.path("alert").asString(""),
                        words.count("tasks.silent", each.path("silent").asLong(0))))
            .toList()
        : List.of();
  }

  private List<TasksPage.Unconfirmed> unconfirmed() {
    boolean confirms = HttpPages.person().filter(person -> person.is("supervisor")).isPresent();
    return confirms
        ? Stream.of("webhooks", "phones").flatMap(this::unconfirmed).toList()
        : List.of();
  }

  /** Without an answer of that service the tasks are listed all the same. */
  private Stream<TasksPage.Unconfirmed> unconfirmed(String list) {
    return api.get("/api/v1/" + list) instanceof Answer.Done(_, JsonNode found, _)
        ? found
            .path(list)
            .valueStream()
            .filter(each -> each.path("state").asString("").equals("UNCONFIRMED"))
            .map(
                each ->
                    new TasksPage.Unconfirmed(
                        list, each.path("id").asString(""), each.path("name").asString("")))
        : Stream.empty();
  }
}
