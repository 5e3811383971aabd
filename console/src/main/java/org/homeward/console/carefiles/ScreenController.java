package org.homeward.console.carefiles;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
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

/** Asks, shows what the rule proposes, and records what a member decides. */
@RestController
class ScreenController {

  private static final String PAGE = CareFilesController.PAGE + "/{id}/screen";

  private final HttpApi api;
  private final HttpPages pages;
  private final Clock clock;

  ScreenController(HttpApi api, HttpPages pages, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping(PAGE)
  ResponseEntity<String> read(HttpServletRequest request, @PathVariable String id) {
    Answer.Done file = api.read(CareFileController.address(id));
    Map<String, String> form = CareForm.after(file.body().path("screenings").path(0));
    String key = HttpFormEnd.freshKey();
    return show(request, HttpStatus.OK, id, file, file.etag(), key, form, Map.of());
  }

  /** The proposal by the answers of the form; nothing is recorded. */
  @PostMapping(PAGE + "/proposal")
  ResponseEntity<String> propose(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    Answer.Done file = api.read(CareFileController.address(id));
    String seen = form.getOrDefault("seen", "");
    String key = form.getOrDefault("key", "");
    return show(request, HttpStatus.OK, id, file, seen, key, form, Map.of());
  }

  @PostMapping(PAGE)
  ResponseEntity<String> decide(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    Words words = pages.words(request);
    ObjectNode body =
        CareForm.decision(form, form.keySet().stream().sorted().flatMap(ScreenController::code));
    String key = form.getOrDefault("key", "");
    String seen = form.getOrDefault("seen", "");
    return HttpFormEnd.of(words, key)
        .saying(
            type ->
                type.equals("precondition-failed")
                    ? words.say("care.changed")
                    : words.problem(type))
        .after(
            api.post(CareFileController.address(id) + "/screenings", body, key, seen),
            _ -> HttpFormEnd.leadTo(CareFilesController.PAGE + "/" + id + "?done=screenings"),
            again -> {
              Answer.Done file = api.read(CareFileController.address(id));
              return show(
                  request, again.status(), id, file, file.etag(), again.key(), form, again.wrong());
            });
  }

  private static Stream<String> code(String field) {
    return field.startsWith("answer.") ? Stream.of(field.substring(7)) : Stream.empty();
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      Answer.Done file,
      String seen,
      String key,
      Map<String, String> form,
      Map<String, String> wrong) {
    Words words = pages.words(request);
    Person reader = HttpPages.person().orElseThrow();
    JsonNode indicators = api.read("/api/v1/screening/indicators").body();
    String age = file.body().at("/about/age").asString("");
    var story = new CareStory(words, reader.id(), clock.instant());
    var page =
        new ScreenPage(
            id,
            story.whoOf(file.body()),
            file.body().path("exercise").asBoolean(false),
            age.equals("CHILD"),
            story.groups(indicators, age, form),
            story.proposal(proposed(indicators, age, form), story.asks(indicators)),
            seen,
            key,
            form,
            wrong);
    return pages.show(request, status, "carefiles/screen.jte", page);
  }

  /** By the answers that have a source; one without is asked for when the decision is sent. */
  private JsonNode proposed(JsonNode indicators, String age, Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("of", age);
    CareForm.answers(
        body,
        form,
        indicators
            .path("indicators")
            .valueStream()
            .filter(each -> CareStory.isAskedOf(each, age))
            .map(each -> each.path("indicator").asString(""))
            .filter(code -> !CareForm.saidBy(form, code).isEmpty()));
    Answer answer = api.post("/api/v1/screening/proposals", body, HttpFormEnd.freshKey(), "");
    if (answer instanceof Answer.Done(_, JsonNode proposal, _)) {
      return proposal;
    }
    throw HttpApi.failure(answer);
  }
}
