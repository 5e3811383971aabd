package org.homeward.console.oncall;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
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

/** The card of who is on call: each call from it is kept in the log of calls. */
@RestController
class OnCallController {

  static final String CARD = "/api/v1/on-call";

  private static final String CALLS = "/api/v1/calls";
  private static final Set<String> DONE = Set.of("done", "loose");
  private static final int TRIES = 3;

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  OnCallController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping("/on-call")
  ResponseEntity<String> read(
      HttpServletRequest request,
      @RequestParam(name = "case", defaultValue = "") String caseId,
      @RequestParam(defaultValue = "") String done) {
    Words words = pages.words(request);
    String told = DONE.contains(done) ? words.say("onCall." + done) : "";
    return show(request, HttpStatus.OK, id(caseId), told, "", HttpFormEnd.freshKey());
  }

  private static String id(String given) {
    if (!given.isEmpty() && !PathId.isOne(given)) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return given;
  }

  @PostMapping("/on-call/{entry}/tried")
  ResponseEntity<String> tried(
      HttpServletRequest request,
      @PathVariable String entry,
      @RequestParam Map<String, String> form) {
    Words words = pages.words(request);
    String caseId = id(form.getOrDefault("case", ""));
    String answered = String.valueOf(form.getOrDefault("answered", "").equals("true"));
    String key = form.getOrDefault("key", "");
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("exercise", isExercise(caseId));
    body.put("direction", "OUT");
    body.put("answered", Boolean.parseBoolean(answered));
    body.put("onCall", entry);
    return HttpFormEnd.of(words, key)
        .after(
            api.post(CALLS, body, key + "-" + entry + "-" + answered, ""),
            done -> {
              String call = done.body().path("call").asString("");
              return to(caseId, tied(call, done.etag(), caseId) ? "done" : "loose");
            },
            again -> show(request, again.status(), caseId, "", again.one(), again.key()));
  }

  /** A call about an exercise is one too. */
  private boolean isExercise(String caseId) {
    return !caseId.isEmpty()
        && api.read("/api/v1/cases/" + caseId + "/work").body().path("exercise").asBoolean(false);
  }

  private boolean tied(String call, String seen, String caseId) {
    ObjectNode tie = JsonNodeFactory.instance.objectNode().put("case", caseId);
    return caseId.isEmpty()
        || api.post(CALLS + "/" + call + "/tie", tie, "tie-" + call, seen) instanceof Answer.Done;
  }

  private static ResponseEntity<String> to(String caseId, String done) {
    String about = caseId.isEmpty() ? "" : "case=" + caseId + "&";
    return HttpFormEnd.leadTo("/on-call?" + about + "done=" + done);
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String caseId,
      String told,
      String wrong,
      String key) {
    Words words = pages.words(request);
    List<JsonNode> calls = callsOfToday(words);
    var page =
        new OnCallPage(
            caseId,
            caseId.isEmpty() ? "" : CaseWords.code(node, caseId),
            api.read(CARD)
                .body()
                .path("entries")
                .valueStream()
                .map(entry -> entry(words, entry, calls))
                .toList(),
            told,
            wrong,
            key);
    return pages.show(request, status, "oncall/onCall.jte", page);
  }

  /** Without them the card can still be called from. */
  private List<JsonNode> callsOfToday(Words words) {
    Instant today =
        LocalDate.ofInstant(clock.instant(), words.zone()).atStartOfDay(words.zone()).toInstant();
    return api.get(CALLS + "?limit=200") instanceof Answer.Done(_, JsonNode found, _)
        ? found
            .path("calls")
            .valueStream()
            .filter(call -> call.has("onCall"))
            .filter(
                call ->
                    FactWords.instant(call.path("at"))
                        .filter(at -> !at.isBefore(today))
                        .isPresent())
            .toList()
        : List.of();
  }

  private OnCallPage.Entry entry(Words words, JsonNode entry, List<JsonNode> calls) {
    String id = entry.path("id").asString("");
    String phone = entry.path("phone").asString("");
    return new OnCallPage.Entry(
        id,
        words.code("duty", entry.path("duty").asString("")),
        entry.path("name").asString(""),
        phone,
        phone.replaceAll("[^+0-9]", ""),
        entry.path("note").asString(""),
        calls.stream()
            .filter(call -> call.at("/onCall/entry").asString("").equals(id))
            .limit(TRIES)
            .map(call -> tried(words, call))
            .toList());
  }

  private String tried(Words words, JsonNode call) {
    String reader = HttpPages.person().map(Person::id).orElse("");
    return words.say(
        call.path("answered").asBoolean(false) ? "onCall.try.answered" : "onCall.try.missed",
        FactWords.instant(call.path("at")).map(at -> words.when(at, clock.instant())).orElse(""),
        words.person(call.path("loggedBy").asString(""), reader));
  }
}
