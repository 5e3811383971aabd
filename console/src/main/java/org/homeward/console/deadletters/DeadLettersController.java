package org.homeward.console.deadletters;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.pages.HttpPages;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Messages that systems of organisations refused; a supervisor has one sent again. */
@RestController
class DeadLettersController {

  private static final String API = "/api/v1/dead-letters";
  private static final String PAGE = "/registers/webhooks/dead-letters";
  private static final String NO_NUMBER = "0";
  private static final String DONE = "replayed";

  private final HttpApi api;
  private final HttpPages pages;

  DeadLettersController(HttpApi api, HttpPages pages) {
    this.api = api;
    this.pages = pages;
  }

  @GetMapping(PAGE)
  ResponseEntity<String> list(
      HttpServletRequest request, @RequestParam(defaultValue = "") String done) {
    String told = done.equals(DONE) ? pages.words(request).say("registers.done.replayed") : "";
    return list(request, HttpStatus.OK, HttpFormEnd.freshKey(), told, "");
  }

  @PostMapping(PAGE)
  ResponseEntity<String> replay(
      HttpServletRequest request, @RequestParam Map<String, String> form) {
    String key = form.getOrDefault("key", "");
    String alert = PathId.of(form.getOrDefault("alert", ""));
    String typed = form.getOrDefault("number", "");
    String number = typed.matches("[1-9][0-9]{0,14}") ? typed : NO_NUMBER;
    String place = "/api/v1/alerts/" + alert + "/destinations/" + number + "/replay";
    return HttpFormEnd.of(pages.words(request), key)
        .after(
            api.post(place, JsonNodeFactory.instance.objectNode(), key + "-" + number, ""),
            _ -> HttpFormEnd.leadTo(PAGE + "?done=" + DONE),
            again -> list(request, again.status(), again.key(), "", again.reason()));
  }

  private ResponseEntity<String> list(
      HttpServletRequest request, HttpStatusCode status, String key, String told, String wrong) {
    List<DeadLettersPage.Line> lines =
        api.read(API)
            .body()
            .path("deadLetters")
            .valueStream()
            .map(DeadLettersController::line)
            .toList();
    return pages.show(
        request,
        status,
        "deadletters/deadLetters.jte",
        new DeadLettersPage(lines, key, mayReplay(), told, wrong));
  }

  private static boolean mayReplay() {
    return HttpPages.person().filter(person -> person.is("supervisor")).isPresent();
  }

  private static DeadLettersPage.Line line(JsonNode letter) {
    return new DeadLettersPage.Line(
        letter.path("alert").asString(""),
        letter.path("number").asString(""),
        letter.path("webhook").asString(""),
        letter.path("name").asString(""),
        letter.path("what").asString("").equals("END"),
        letter.path("reason").asString(""));
  }
}
