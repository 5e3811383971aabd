package org.homeward.console.posters;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
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
import tools.jackson.databind.node.JsonNodeFactory;

/** The list of those who have to be called, so that no poster hangs longer than its alert. */
@RestController
class PosterCallsController {

  private static final String CALLS = "/alerts/posters";
  private static final String API = "/api/v1/posters";

  private final HttpApi api;
  private final HttpPages pages;
  private final Clock clock;

  PosterCallsController(HttpApi api, HttpPages pages, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping(CALLS)
  ResponseEntity<String> read(
      HttpServletRequest request, @RequestParam(defaultValue = "") String done) {
    String told = done.equals("called") ? pages.words(request).say("posters.done.called") : "";
    return show(request, HttpStatus.OK, told, "");
  }

  @PostMapping(CALLS + "/{poster}/called")
  ResponseEntity<String> called(
      HttpServletRequest request,
      @PathVariable String poster,
      @RequestParam Map<String, String> form) {
    String key = form.getOrDefault("key", "");
    var body = JsonNodeFactory.instance.objectNode();
    body.put("outcome", form.getOrDefault("outcome", ""));
    return HttpFormEnd.of(pages.words(request), key)
        .after(
            api.post(API + "/" + PathId.of(poster) + "/calls", body, key, ""),
            _ -> HttpFormEnd.leadTo(CALLS + "?done=called"),
            again -> show(request, again.status(), "", again.one()));
  }

  private ResponseEntity<String> show(
      HttpServletRequest request, HttpStatusCode status, String told, String wrong) {
    Words words = pages.words(request);
    String reader = HttpPages.person().orElseThrow().id();
    var takers = new TakerWords(words, reader, clock.instant()).lines(api.read(API).body());
    var page = new CallsPage(takers, told, wrong, HttpFormEnd.freshKey());
    return pages.show(request, status, "posters/calls.jte", page);
  }
}
