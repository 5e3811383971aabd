package org.homeward.console.calls;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
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

/** One call: what becomes of it. */
@RestController
class CallController {

  private static final String CALL = "/calls/{id}";
  private static final int CASES = 50;

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  CallController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping(CALL)
  ResponseEntity<String> read(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done) {
    String told = done.equals("logged") ? pages.words(request).say("calls.done.logged") : "";
    return show(request, HttpStatus.OK, id, "", told, "", HttpFormEnd.freshKey());
  }

  @PostMapping(CALL + "/intake")
  ResponseEntity<String> beginIntake(HttpServletRequest request, @PathVariable String id) {
    return switch (new HttpCalls(api).beginIntake(id, pages.words(request))) {
      case HttpCalls.Begun.At(String page) -> CallsController.to(page);
      case HttpCalls.Begun.Failed(Answer failed) -> throw HttpApi.failure(failed);
    };
  }

  @PostMapping(CALL + "/end")
  ResponseEntity<String> end(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("ended", form.getOrDefault("ended", ""));
    return change(request, id, "/end", body, form, "ended");
  }

  @PostMapping(CALL + "/tie")
  ResponseEntity<String> tie(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    return change(request, id, "/tie", to(form), form, "tied");
  }

  /** It was put to another case than it is about. */
  @PostMapping(CALL + "/correct")
  ResponseEntity<String> correct(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    ObjectNode body = to(form);
    body.put("reason", form.getOrDefault("reason", "").strip().replace("\r\n", "\n"));
    return change(request, id, "/correct", body, form, "corrected");
  }

  private static ObjectNode to(Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    String to = form.getOrDefault("to", "");
    int slash = to.indexOf('/');
    if (slash > 0) {
      body.put(to.substring(0, slash), to.substring(slash + 1));
    }
    return body;
  }

  private ResponseEntity<String> change(
      HttpServletRequest request,
      String id,
      String what,
      ObjectNode body,
      Map<String, String> form,
      String done) {
    Words words = pages.words(request);
    String key = form.getOrDefault("key", "");
    String seen = form.getOrDefault("seen", "");
    String reason = form.getOrDefault("reason", "");
    return HttpFormEnd.of(words, key)
        .saying(
            type ->
                type.equals("precondition-failed")
                    ? words.say("call.changed")
                    : words.say("call.refused") + " " + words.problem(type))
        .after(
            api.post(HttpCalls.place(id) + what, body, key + done, seen),
            _ -> HttpFormEnd.leadTo("/calls?done=" + done),
            again -> {
              boolean isAField = again.wrong().size() > 1;
              String wrong = isAField ? words.say("call.choose") : again.reason();
              return show(request, again.status(), id, reason, "", wrong, again.key());
            });
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      String reason,
      String told,
      String wrong,
      String key) {
    Words words = pages.words(request);
    Answer.Done found = api.read(HttpCalls.place(id));
    var line = new CallLines(words, node, HttpCalls.reader(), clock.instant()).of(found.body());
    boolean corrects =
        !line.leads().isEmpty()
            && HttpPages.person().filter(person -> person.is("supervisor")).isPresent();
    var page =
        new CallPage(
            line, found.etag(), key, ties(words, line.exercise()), corrects, reason, told, wrong);
    return pages.show(request, status, "calls/call.jte", page);
  }

  /** Open drafts and open cases; without them the call can still end. */
  private Map<String, String> ties(Words words, boolean exercise) {
    Map<String, String> ties = new LinkedHashMap<>();
    if (api.get("/api/v1/drafts") instanceof Answer.Done(_, JsonNode found, _)) {
      found
          .path("drafts")
          .valueStream()
          .filter(draft -> draft.path("exercise").asBoolean(false) == exercise)
          .forEach(
              draft ->
                  ties.put(
                      "draft/" + draft.path("draft").asString(""),
                      words.say("call.tie.draft", when(words, draft))));
    }
    if (api.get("/api/v1/cases?order=CHANGED&limit=" + CASES)
        instanceof Answer.Done(_, JsonNode found, _)) {
      found
          .path("cases")
          .valueStream()
          .filter(each -> each.path("exercise").asBoolean(false) == exercise)
          .forEach(
              each -> {
                String id = each.path("id").asString("");
                String who = CaseWords.children(words, each.path("facts"));
                ties.put("case/" + id, CaseWords.code(node, id) + " · " + who);
              });
    }
    return ties;
  }

  private String when(Words words, JsonNode draft) {
    String who = words.person(draft.path("savedBy").asString(""), HttpCalls.reader());
    return FactWords.instant(draft.path("savedAt"))
        .map(at -> who + ", " + words.when(at, clock.instant()))
        .orElse(who);
  }
}
