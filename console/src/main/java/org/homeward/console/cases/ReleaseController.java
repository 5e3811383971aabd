package org.homeward.console.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.pages.HttpPages;
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

/** Lets police read a report, or keeps it from them for now. */
@RestController
class ReleaseController {

  private static final String RELEASE = "/cases/{id}/reports/{report}/release";
  private static final String HOLD = "/cases/{id}/reports/{report}/hold";
  private static final List<String> FIELDS = List.of("desk", "basis", "reason", "hold");

  private final HttpApi api;
  private final HttpPages pages;
  private final HttpDesks desks;
  private final String node;
  private final Clock clock;

  ReleaseController(HttpApi api, HttpPages pages, HttpDesks desks, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.desks = desks;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping(RELEASE)
  ResponseEntity<String> ask(
      HttpServletRequest request, @PathVariable String id, @PathVariable String report) {
    return show(request, HttpStatus.OK, id, report, Map.of(), Map.of(), HttpFormEnd.freshKey());
  }

  @PostMapping(RELEASE)
  ResponseEntity<String> release(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String report,
      @RequestParam Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("desk", form.getOrDefault("desk", "").strip());
    body.put("basis", form.getOrDefault("basis", ""));
    String reason = form.getOrDefault("reason", "").strip();
    if (!reason.isEmpty()) {
      body.put("reason", reason);
    }
    return decide(request, id, report, "release", body, form);
  }

  @PostMapping(HOLD)
  ResponseEntity<String> hold(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String report,
      @RequestParam Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("reason", form.getOrDefault("hold", ""));
    return decide(request, id, report, "hold", body, form);
  }

  private ResponseEntity<String> decide(
      HttpServletRequest request,
      String id,
      String report,
      String what,
      ObjectNode body,
      Map<String, String> form) {
    String path = "/api/v1/cases/" + PathId.of(id) + "/reports/" + PathId.of(report) + "/" + what;
    Words words = pages.words(request);
    String key = form.getOrDefault("key", "");
    boolean isHold = what.equals("hold");
    return HttpFormEnd.of(words, key)
        .after(
            new HttpSeenCase(api).post(path, id, body, form),
            _ -> HttpFormEnd.leadTo("/cases/" + id + "?done=" + (isHold ? "held" : "released")),
            again ->
                show(
                    request,
                    again.status(),
                    id,
                    report,
                    form,
                    isHold ? ofHold(again.wrong()) : again.wrong(),
                    again.key()));
  }

  /** The page has two forms, and each of them asks for a reason. */
  private static Map<String, String> ofHold(Map<String, String> wrong) {
    Map<String, String> ofHold = new HashMap<>();
    wrong.forEach((field, text) -> ofHold.put(field.isEmpty() ? "" : "hold", text));
    return ofHold;
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      String reportId,
      Map<String, String> form,
      Map<String, String> wrong,
      String key) {
    Words words = pages.words(request);
    var answer = api.read("/api/v1/cases/" + PathId.of(id));
    JsonNode found = answer.body();
    JsonNode report =
        CaseStory.report(found, reportId).orElseThrow(FaceProblem.NOT_FOUND::exception);
    var told = ForPolice.of(report, words, clock.instant());
    Map<String, String> typed = new HashMap<>();
    FIELDS.forEach(field -> typed.put(field, form.getOrDefault(field, "")));
    typed.computeIfPresent(
        "basis", (_, basis) -> basis.isEmpty() ? proposedBasis(found.path("facts")) : basis);
    boolean exercise = found.path("exercise").asBoolean(false);
    var page =
        new ReleasePage(
            id,
            CaseWords.code(node, id),
            CaseWords.children(words, found.path("facts")),
            exercise,
            "/cases/" + id + "/reports/" + reportId,
            answer.etag(),
            key,
            told.proposal(),
            told.because(),
            told.all(),
            told.notSent(),
            report.at("/says/reporter/safeContact/text").asString(""),
            !found.path("facts").path("risk").has("level"),
            desks.reading(exercise),
            HttpSeenCase.meanwhile(found, status, form, words, node, clock.instant()),
            typed,
            wrong);
    return pages.show(request, status, "cases/release.jte", page);
  }

  /** A life in danger is the ground then; otherwise the duty to report. A person may change it. */
  private static String proposedBasis(JsonNode facts) {
    return CaseWords.risk(facts).equals("HIGH") ? "VITAL_INTEREST" : "LEGAL_DUTY";
  }
}
