package org.homeward.console.carefiles;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.facts.OfferWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Typed;
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

/** Lists care files, opens one, breaks the glass of one, and says a word to erase one. */
@RestController
class CareFilesController {

  static final String PAGE = "/care-files";
  static final String API = "/api/v1/care-files";

  private static final int WORDS = 8_000;
  private static final Set<String> DONE = Set.of("erased", "waits");

  private final HttpApi api;
  private final HttpPages pages;
  private final Clock clock;

  CareFilesController(HttpApi api, HttpPages pages, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping(PAGE)
  ResponseEntity<String> list(
      HttpServletRequest request,
      @RequestParam(name = "case", defaultValue = "") String ofCase,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "") String call,
      @RequestParam(defaultValue = "") String done) {
    String told = DONE.contains(done) ? pages.words(request).say("care.done." + done) : "";
    String of = ofCase.isEmpty() ? "" : PathId.of(ofCase);
    Map<String, String> typed = call.isEmpty() ? Map.of() : said(pages.words(request), call);
    return show(request, HttpStatus.OK, of, after, told, HttpFormEnd.freshKey(), typed, Map.of());
  }

  /** The answers of a caller about a job offer, for a form that a person still has to send. */
  private Map<String, String> said(Words words, String call) {
    JsonNode found = api.read("/api/v1/calls/" + PathId.of(call)).body();
    JsonNode questions = api.read("/api/v1/job-offers/questions").body();
    String said = OfferWords.text(words, found.path("jobOffer"), questions, WORDS);
    return Map.of(
        "exercise",
        found.path("exercise").asBoolean(false) ? "true" : "false",
        "contact",
        found.path("number").asString(""),
        "words",
        said);
  }

  @PostMapping(PAGE)
  ResponseEntity<String> open(HttpServletRequest request, @RequestParam Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    String exercise = form.getOrDefault("exercise", "");
    if (!exercise.isEmpty()) {
      body.put("exercise", exercise.equals("true"));
    }
    CareForm.about(body.putObject("about"), form);
    String key = form.getOrDefault("key", "");
    return HttpFormEnd.of(pages.words(request), key)
        .after(
            api.post(API, body, key, ""),
            made ->
                HttpFormEnd.leadTo(
                    PAGE + "/" + made.body().path("careFile").asString("") + "/screen"),
            again -> show(request, again.status(), "", "", "", again.key(), form, again.wrong()));
  }

  @PostMapping(PAGE + "/{id}/break-glass")
  ResponseEntity<String> breakGlass(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    Typed.put(body, form, "code");
    Typed.put(body, form, "words");
    String key = form.getOrDefault("key", "");
    return HttpFormEnd.of(pages.words(request), key)
        .after(
            api.post(API + "/" + PathId.of(id) + "/break-glass", body, key + "-glass-" + id, ""),
            _ -> HttpFormEnd.leadTo(PAGE + "/" + id),
            again ->
                show(request, again.status(), "", "", "", again.key(), Map.of(), again.wrong()));
  }

  @PostMapping(PAGE + "/{id}/erase")
  ResponseEntity<String> erase(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    Typed.put(body, form, "reason");
    String key = form.getOrDefault("key", "");
    return HttpFormEnd.of(pages.words(request), key)
        .after(
            api.post(API + "/" + PathId.of(id) + "/erase", body, key + "-erase-" + id, ""),
            said ->
                HttpFormEnd.leadTo(
                    PAGE
                        + "?done="
                        + (said.body().path("erased").asBoolean(false) ? "erased" : "waits")),
            again ->
                show(request, again.status(), "", "", "", again.key(), Map.of(), again.wrong()));
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String ofCase,
      String after,
      String told,
      String key,
      Map<String, String> typed,
      Map<String, String> wrong) {
    Words words = pages.words(request);
    Person reader = HttpPages.person().orElseThrow();
    String query = ofCase.isEmpty() ? "?limit=50&after=" + inQuery(after) : "?case=" + ofCase;
    Answer.Done found = api.read(API + query);
    var story = new CareStory(words, reader.id(), clock.instant());
    List<CareFilesPage.Line> lines =
        found.body().path("careFiles").valueStream().map(story::line).toList();
    JsonNode next = found.body().path("next");
    var page =
        new CareFilesPage(
            told,
            ofCase,
            reader.is("confidant") && ofCase.isEmpty(),
            reader.is("dpo"),
            lines,
            next.isMissingNode() ? "" : inQuery(next.asString("")),
            key,
            typed,
            wrong);
    return pages.show(request, status, "carefiles/files.jte", page);
  }

  private static String inQuery(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
