package org.homeward.console.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Typed;
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

/** A report is read to police on the telephone, and the call is recorded. */
@RestController
class PhoneController {

  private static final String PHONE = "/cases/{id}/reports/{report}/phone";
  private static final String OFFICER = "officer";
  private static final List<String> FIELDS = List.of("desk", OFFICER, "at", "ref", "reason");

  private final HttpApi api;
  private final HttpPages pages;
  private final HttpDesks desks;
  private final String node;
  private final Clock clock;

  PhoneController(HttpApi api, HttpPages pages, HttpDesks desks, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.desks = desks;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping(PHONE)
  ResponseEntity<String> ask(
      HttpServletRequest request, @PathVariable String id, @PathVariable String report) {
    return show(request, HttpStatus.OK, id, report, Map.of(), Map.of(), HttpFormEnd.freshKey());
  }

  @PostMapping(PHONE)
  ResponseEntity<String> told(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String report,
      @RequestParam Map<String, String> form) {
    Words words = pages.words(request);
    String key = form.getOrDefault("key", "");
    if (said(form, OFFICER).isEmpty()) {
      Map<String, String> wrong = Map.of(OFFICER, words.rule("required"));
      return show(request, HttpStatus.UNPROCESSABLE_CONTENT, id, report, form, wrong, key);
    }
    String path = "/api/v1/cases/" + PathId.of(id) + "/reports/" + PathId.of(report) + "/release";
    return HttpFormEnd.of(words, key)
        .withKinds(Map.of("at", "local_time"))
        .after(
            new HttpSeenCase(api).post(path, id, body(form, words), form),
            _ -> HttpFormEnd.leadTo("/cases/" + id + "?done=told"),
            again -> show(request, again.status(), id, report, form, again.wrong(), again.key()));
  }

  private static String said(Map<String, String> form, String field) {
    return form.getOrDefault(field, "").strip();
  }

  private static ObjectNode body(Map<String, String> form, Words words) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    for (String field : FIELDS) {
      String said = said(form, field);
      if (!said.isEmpty()) {
        body.put(field, field.equals("at") ? Typed.time(said, words.zone()) : said);
      }
    }
    return body;
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
    Map<String, String> typed = new HashMap<>();
    FIELDS.forEach(field -> typed.put(field, form.getOrDefault(field, "")));
    if (form.isEmpty()) {
      var now = LocalDateTime.ofInstant(clock.instant(), words.zone());
      typed.put("at", now.truncatedTo(ChronoUnit.MINUTES).toString());
    }
    boolean exercise = found.path("exercise").asBoolean(false);
    var page =
        new PhonePage(
            id,
            CaseWords.code(node, id),
            CaseWords.children(words, found.path("facts")),
            exercise,
            "/cases/" + id + "/reports/" + reportId,
            answer.etag(),
            key,
            ForPolice.of(report, words, clock.instant()),
            desks.reading(exercise),
            HttpSeenCase.meanwhile(found, status, form, words, node, clock.instant()),
            typed,
            wrong);
    return pages.show(request, status, "cases/phone.jte", page);
  }
}
