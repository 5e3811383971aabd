package org.homeward.console.risk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
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
import tools.jackson.databind.node.ObjectNode;

/** Asks, shows what the rule proposes, and records what a person decides. */
@RestController
class RiskController {

  private static final String RISK = "/cases/{id}/risk";

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  RiskController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping(RISK)
  ResponseEntity<String> read(HttpServletRequest request, @PathVariable String id) {
    JsonNode found = assessments(id);
    JsonNode of = read(id);
    var form = SaidInReports.in(of, RiskForm.after(found.path("assessments").path(0)));
    return show(request, HttpStatus.OK, of, found, HttpFormEnd.freshKey(), form, Map.of());
  }

  /** The proposal by the answers of the form; nothing is recorded. */
  @PostMapping(RISK + "/proposal")
  ResponseEntity<String> propose(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    String key = form.getOrDefault("key", "");
    return show(request, HttpStatus.OK, read(id), assessments(id), key, form, Map.of());
  }

  @PostMapping(RISK)
  ResponseEntity<String> assess(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    var body = RiskForm.decision(form, codes(questions()));
    return HttpFormEnd.of(pages.words(request), form.getOrDefault("key", ""))
        .after(
            api.post(address(id), body, form.getOrDefault("key", ""), ""),
            _ -> HttpFormEnd.leadTo("/cases/" + id + "?done=assessed"),
            again ->
                show(
                    request,
                    again.status(),
                    read(id),
                    assessments(id),
                    again.key(),
                    form,
                    again.wrong()));
  }

  private static String address(String id) {
    return "/api/v1/cases/" + PathId.of(id) + "/assessments";
  }

  private JsonNode read(String id) {
    return api.read("/api/v1/cases/" + PathId.of(id)).body();
  }

  private JsonNode assessments(String id) {
    return api.read(address(id)).body();
  }

  private JsonNode questions() {
    return api.read("/api/v1/risk/questions").body();
  }

  private static Stream<String> codes(JsonNode questions) {
    return questions
        .path("questions")
        .valueStream()
        .map(each -> each.path("question").asString(""));
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      JsonNode of,
      JsonNode found,
      String key,
      Map<String, String> form,
      Map<String, String> wrong) {
    Words words = pages.words(request);
    Person reader = HttpPages.person().orElseThrow();
    String id = of.path("id").asString("");
    JsonNode questions = questions();
    boolean opens =
        reader.takesReports()
            && of.path("home").asString("").equals(node)
            && !of.path("standing").asString("").equals("ENDED");
    var story = new RiskStory(words, reader.id(), clock.instant());
    JsonNode proposed =
        opens
            ? proposed(RiskForm.answers(form, codes(questions)))
            : found.path("assessments").path(0).path("proposal");
    var page =
        new RiskPage(
            id,
            CaseWords.code(node, id),
            CaseWords.children(words, of.path("facts")),
            found.path("exercise").asBoolean(false),
            story.said(of.path("facts")),
            opens,
            story.groups(questions, form),
            story.proposal(proposed, questions),
            story.reports(found),
            story.sources(found),
            story.earlier(found, questions),
            found.path("assessments").path(0).path("number").asInt(0),
            key,
            form,
            wrong);
    return pages.show(request, status, "risk/risk.jte", page);
  }

  private JsonNode proposed(ObjectNode answers) {
    Answer answer = api.post("/api/v1/risk/proposals", answers, HttpFormEnd.freshKey(), "");
    if (answer instanceof Answer.Done(_, JsonNode proposed, _)) {
      return proposed;
    }
    throw HttpApi.failure(answer);
  }
}
