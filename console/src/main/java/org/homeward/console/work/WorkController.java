package org.homeward.console.work;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.facts.CallWords;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import org.homeward.face.problem.FaceProblem;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Notes, call-backs and next actions of a case; and who does what, from wherever it is listed. */
@RestController
class WorkController {

  static final Set<String> DONE = Set.of("noted", "set", "handed", "finished");

  private static final String CASE = "/cases/{id}";
  private static final Set<String> FIELDS =
      Set.of("text", "what", "whom", "number", "mustNotLearn", "due", "owner", "reason");

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  WorkController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping(CASE + "/work")
  ResponseEntity<String> read(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done) {
    Words words = pages.words(request);
    String told = DONE.contains(done) ? words.say("work.done." + done) : "";
    return pages.show(request, "work/work.jte", page(words, id, Map.of(), Map.of(), told, fresh()));
  }

  /** For the page of the case, which a script fills in. */
  @GetMapping(CASE + "/work/region")
  ResponseEntity<String> region(HttpServletRequest request, @PathVariable String id) {
    return pages.show(
        request,
        "work/region.jte",
        page(pages.words(request), id, Map.of(), Map.of(), "", fresh()));
  }

  @PostMapping(CASE + "/notes")
  ResponseEntity<String> note(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    return keep(request, id, WorkForm.NOTE, WorkBody.note(form), form);
  }

  @PostMapping(CASE + "/actions")
  ResponseEntity<String> action(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    var body = WorkBody.action(form, shown(form), pages.words(request).zone());
    return keep(request, id, WorkForm.ACTION, body, form);
  }

  @PostMapping(CASE + "/call-backs")
  ResponseEntity<String> callBack(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    var body = WorkBody.callBack(form, shown(form), pages.words(request).zone());
    return keep(request, id, WorkForm.CALL, body, form);
  }

  /** The other forms of the page keep their text. */
  private ResponseEntity<String> keep(
      HttpServletRequest request,
      String id,
      WorkForm which,
      ObjectNode body,
      Map<String, String> form) {
    Words words = pages.words(request);
    String key = form.getOrDefault(which.keyField(), "");
    Answer answer = api.post(place(id) + which.path(), body, key, "");
    Map<String, String> left = which.taken(form);
    if (answer instanceof Answer.Done && WorkForm.isTyped(left)) {
      var page = page(words, id, left, Map.of(), words.say("work.done." + which.done()), fresh());
      return pages.show(request, "work/work.jte", page);
    }
    Map<String, String> again = which.keyed(form, HttpFormEnd.nextKey(answer, key));
    return answered(request, id, answer, again, which.done(), which.time("at"));
  }

  @PostMapping(CASE + "/work/{item}/done")
  ResponseEntity<String> done(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String item,
      @RequestParam Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("how", form.getOrDefault("how", ""));
    String reason = form.getOrDefault("reason", "").strip().replace("\r\n", "\n");
    if (!reason.isEmpty()) {
      body.put("reason", reason);
    }
    return send(request, id, "/work/" + task(item) + "/done", body, form, "finished");
  }

  @PostMapping(CASE + "/tasks/{task}/done")
  ResponseEntity<String> taskDone(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String task,
      @RequestParam Map<String, String> form) {
    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    return send(request, id, "/tasks/" + task(task) + "/done", nothing, form, "finished");
  }

  @PostMapping(CASE + "/tasks/{task}/owner")
  ResponseEntity<String> hand(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String task,
      @RequestParam Map<String, String> form) {
    var body = WorkBody.owner(form, reader());
    return send(request, id, "/tasks/" + task(task) + "/owner", body, form, "handed");
  }

  private ResponseEntity<String> send(
      HttpServletRequest request,
      String id,
      String what,
      ObjectNode body,
      Map<String, String> form,
      String done) {
    Answer answer = api.post(place(id) + what, body, form.getOrDefault("key", ""), "");
    return answered(request, id, answer, form, done, "");
  }

  /**
   * @param due the field of the time at which it is due
   */
  private ResponseEntity<String> answered(
      HttpServletRequest request,
      String id,
      Answer answer,
      Map<String, String> form,
      String done,
      String due) {
    Words words = pages.words(request);
    return switch (answer) {
      case Answer.Done _ -> back(id, form, done);
      case Answer.Refused(int status, _, _) when status == 404 || status == 410 ->
          throw HttpApi.failure(new Answer.Refused(status, "", List.of()));
      case Answer.Refused refused ->
          pages.show(
              request,
              HttpStatusCode.valueOf(refused.status()),
              "work/work.jte",
              page(words, id, form, wrong(words, refused, due), "", fresh()));
      case Answer.Away(String away) ->
          pages.show(
              request,
              HttpStatus.SERVICE_UNAVAILABLE,
              "work/work.jte",
              unread(id, form, Map.of("", words.say("away.unsure", words.say("away." + away)))));
    };
  }

  /** Where the form stood. */
  private static ResponseEntity<String> back(String id, Map<String, String> form, String done) {
    String to =
        switch (form.getOrDefault("back", "")) {
          case "tasks" -> "/tasks?of=" + TasksPage.which(form.getOrDefault("of", ""));
          case "desk" -> "/desk";
          case "shift" -> "/shift";
          case "case" -> "/cases/" + id;
          default -> "/cases/" + id + "/work?done=" + done;
        };
    String told = to.startsWith("/tasks") ? "&done=" + done : "";
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(to + told)).build();
  }

  private static Map<String, String> wrong(Words words, Answer.Refused refused, String due) {
    Map<String, String> wrong = new HashMap<>();
    if (refused.errors().isEmpty()) {
      wrong.put("", words.problem(refused.type()));
    }
    for (Answer.Wrong error : refused.errors()) {
      String named = error.pointer().substring(error.pointer().indexOf('/') + 1);
      String field = named.equals("due") ? due : named;
      wrong.put(FIELDS.contains(named) ? field : "", words.rule(error.rule()));
    }
    return wrong;
  }

  private WorkPage page(
      Words words,
      String id,
      Map<String, String> typed,
      Map<String, String> wrong,
      String told,
      String key) {
    JsonNode found = api.read(place(id) + "/work").body();
    boolean exercise = found.path("exercise").asBoolean(false);
    Instant now = clock.instant();
    var lines = new TaskLines(words, node, reader(), now);
    return new WorkPage(
        id,
        CaseWords.code(node, id),
        exercise,
        true,
        found
            .path("items")
            .valueStream()
            .filter(item -> !item.has("done"))
            .sorted(Comparator.comparing(item -> item.path("due").asString("")))
            .map(
                item ->
                    new WorkPage.Item(
                        lines.ofItem(item, id, exercise),
                        item.path("number").asString(""),
                        item.path("mustNotLearn").asString("")))
            .toList(),
        found
            .path("checklist")
            .valueStream()
            .map(item -> check(words, item, lines.ofItem(item, id, exercise), now))
            .toList(),
        found
            .path("items")
            .valueStream()
            .filter(item -> item.has("done"))
            .map(item -> over(words, item, now))
            .toList(),
        found
            .path("notes")
            .valueStream()
            .map(note -> new WorkPage.Written(note.path("text").asString(""), by(words, note, now)))
            .toList(),
        calls(words, id, now),
        typed,
        wrong,
        told,
        key);
  }

  /** Without them the rest is shown all the same; the officer does not read the call log. */
  private List<WorkPage.Called> calls(Words words, String id, Instant now) {
    return api.get("/api/v1/calls?case=" + id) instanceof Answer.Done(_, JsonNode found, _)
        ? found.path("calls").valueStream().map(call -> called(words, call, now)).toList()
        : List.of();
  }

  private static WorkPage.Called called(Words words, JsonNode call, Instant now) {
    return new WorkPage.Called(
        call.path("call").asString(""),
        FactWords.instant(call.path("at")).map(at -> words.when(at, now)).orElse(""),
        words.say(
            "calls.what."
                + call.path("direction").asString("IN")
                + (call.path("answered").asBoolean(true) ? ".answered" : ".missed")),
        call.path("number").asString(""),
        CallWords.about(words, call));
  }

  private WorkPage.Check check(Words words, JsonNode item, TaskLine line, Instant now) {
    JsonNode done = item.path("done");
    JsonNode source = item.path("source");
    return new WorkPage.Check(
        line,
        item.path("why").path(words.language().tag()).asString(""),
        words.say(
            "work.check.source",
            source.path("document").asString(""),
            source.path("section").asString("")),
        done.isMissingNode() ? "" : words.code("howDone", done.path("how").asString("")),
        done.isMissingNode() ? "" : by(words, done, now),
        done.path("reason").asString(""));
  }

  private WorkPage.Over over(Words words, JsonNode item, Instant now) {
    JsonNode done = item.path("done");
    String kind = words.code("task", item.path("kind").asString(""));
    return new WorkPage.Over(
        item.has("what") ? kind + ": " + item.path("what").asString("") : kind,
        words.code("howDone", done.path("how").asString("")),
        by(words, done, now));
  }

  private String by(Words words, JsonNode of, Instant now) {
    String who = words.person(of.path("by").asString(""), reader());
    return FactWords.instant(of.path("at")).map(at -> who + ", " + words.when(at, now)).orElse(who);
  }

  /** Nothing can be read now; what was typed is there, and is sent with the same key. */
  private WorkPage unread(String id, Map<String, String> typed, Map<String, String> wrong) {
    return new WorkPage(
        id,
        CaseWords.code(node, id),
        typed.getOrDefault("exercise", "").equals("true"),
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        typed,
        wrong,
        "",
        fresh()); // for forms whose own key is not among the typed
  }

  /** A form that is sent again means the same time. */
  private Instant shown(Map<String, String> form) {
    try {
      return Instant.parse(form.getOrDefault("shown", ""));
    } catch (DateTimeException e) {
      return clock.instant();
    }
  }

  private static String place(String id) {
    return "/api/v1/cases/" + PathId.of(id);
  }

  private static String task(String given) {
    if (!given.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,199}")) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return given;
  }

  private static String reader() {
    return HttpPages.person().map(Person::id).orElse("");
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }
}
