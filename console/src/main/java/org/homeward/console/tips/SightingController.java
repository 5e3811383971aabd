package org.homeward.console.tips;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
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

/**
 * Somebody has seen the child of a case: a tip that is graded and tied to it from the beginning.
 */
@RestController
class SightingController {

  private static final String SIGHTING = "/cases/{id}/sighting";
  private static final List<String> GRADE = List.of("source", "information", "reason");

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  SightingController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  /** Most callers saw the child today, and call by telephone. */
  @GetMapping(SIGHTING)
  ResponseEntity<String> begin(HttpServletRequest request, @PathVariable String id) {
    Words words = pages.words(request);
    String today = clock.instant().atZone(words.zone()).toLocalDate().toString();
    var typed = new TypedTip(Map.of("channel", "PHONE", "day", today), Map.of());
    return form(request, HttpStatus.OK, id, typed, HttpFormEnd.freshKey(), "");
  }

  /**
   * It becomes a report at once, held as every report: the page of its release is next. Where a
   * partner owns the case, what the owner would be told is next.
   */
  @PostMapping(SIGHTING)
  ResponseEntity<String> take(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    Words words = pages.words(request);
    String key = form.getOrDefault("key", "");
    TipForm tip = TipForm.of(form, words);
    if (!tip.wrong().isEmpty()) {
      var typed = new TypedTip(form, tip.wrong());
      var status = HttpStatus.UNPROCESSABLE_CONTENT;
      return form(request, status, id, typed, HttpFormEnd.freshKey(), words.problem("invalid"));
    }
    ObjectNode body = tip.body();
    body.put("exercise", form.getOrDefault("exercise", "").equals("true"));
    body.put("channel", form.getOrDefault("channel", "PHONE"));
    body.put("case", PathId.of(id));
    body.set("grade", grade(form));
    return HttpFormEnd.of(words, key)
        .after(
            api.post(TipsController.TIPS + "/taken", body, key, ""),
            done -> HttpFormEnd.leadTo(reported(id, done, tip.point(), key)),
            again ->
                form(
                    request,
                    again.status(),
                    id,
                    new TypedTip(form, TipsController.atTheirFields(again.wrong())),
                    again.key(),
                    again.reason()));
  }

  private static ObjectNode grade(Map<String, String> form) {
    ObjectNode grade = JsonNodeFactory.instance.objectNode();
    for (String field : GRADE) {
      String typed = form.getOrDefault(field, "").strip().replace("\r\n", "\n");
      if (!typed.isEmpty()) {
        grade.put(field, typed);
      }
    }
    return grade;
  }

  /**
   * Where no report comes of it, or the point is not on the map, the tip is stored, and its page
   * says what is left to do: a report says where its tip was when it was made.
   */
  private String reported(String id, Answer.Done taken, ObjectNode point, String key) {
    String tip = taken.body().path("tip").asString("");
    String path = TipsController.TIPS + "/" + PathId.of(tip) + "/report";
    Optional<String> seen = TipsController.located(api, taken, point, key);
    if (seen.isEmpty()) {
      return "/tips/" + tip + "?done=sighting";
    }
    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    Answer answer = api.post(path, nothing, key + "/report", seen.get());
    boolean sends = HttpPages.person().filter(Person::isOnCases).isPresent();
    if (sends
        && answer instanceof Answer.Refused(_, String type, _)
        && type.equals("not-the-owner")) {
      return "/tips/" + tip + "/owner";
    }
    if (!(answer instanceof Answer.Done(_, JsonNode reported, _))) {
      return "/tips/" + tip + "?done=sighting";
    }
    return sends
        ? TriageController.release(reported)
        : "/cases/" + id + "?done=joined"; // others decide
  }

  private ResponseEntity<String> form(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      TypedTip form,
      String key,
      String wrong) {
    JsonNode found = api.read("/api/v1/cases/" + PathId.of(id)).body();
    Words words = pages.words(request);
    var page =
        new SightingPage(
            id,
            CaseWords.code(node, id),
            CaseWords.children(words, found.path("facts")),
            found.path("exercise").asBoolean(false),
            TipLines.lastSeenTyped(found),
            form,
            key,
            wrong);
    return pages.show(request, status, "tips/sighting.jte", page);
  }
}
