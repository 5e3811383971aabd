package org.homeward.console.alerts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.PathId;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import org.homeward.face.problem.FaceProblem;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** Lists of alerts, the page of one, and the parts of them that refresh themselves. */
@RestController
class AlertsController {

  private static final Set<String> STATES = Set.of("WAITING", "RETURNED", "LIVE", "OVER");
  private static final int LIMIT = 50;

  /** The things that a page may say were done just now. */
  private static final Set<String> DONE =
      Set.of(
          "drafted",
          "amended",
          "updated",
          "approved",
          "returned",
          "stopped",
          "proposed",
          "lifted",
          "cancelled",
          "discarded",
          "withdrawn",
          "orders");

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  AlertsController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping("/alerts")
  ResponseEntity<String> alerts(
      HttpServletRequest request,
      @RequestParam(defaultValue = "WAITING") String state,
      @RequestParam(defaultValue = "") String after) {
    return pages.show(request, "alerts/alerts.jte", page(request, state, after));
  }

  @GetMapping("/alerts/list")
  ResponseEntity<String> list(
      HttpServletRequest request, @RequestParam(defaultValue = "WAITING") String state) {
    return pages.show(request, "alerts/list.jte", page(request, state, ""));
  }

  private AlertsPage page(HttpServletRequest request, String state, String after) {
    String shown = STATES.contains(state) ? state : "WAITING";
    var query =
        UriComponentsBuilder.fromPath("/api/v1/alerts")
            .queryParam("state", shown)
            .queryParam("limit", LIMIT);
    if (!after.isEmpty()) {
      query.queryParam("after", "{after}");
    }
    JsonNode found = api.read(query.encode().buildAndExpand(after).toUriString()).body();
    Words words = pages.words(request);
    var alertWords = new AlertWords(words, node, reader().id(), clock.instant());
    return new AlertsPage(
        shown,
        isStopped(),
        found.path("alerts").valueStream().map(alertWords::line).toList(),
        found.path("next").asString(""),
        after.isEmpty());
  }

  /** Without an answer the list still shows its alerts. */
  private boolean isStopped() {
    return api.get(HttpAlertView.STOPS) instanceof Answer.Done(_, JsonNode found, _)
        && found
            .path("stops")
            .valueStream()
            .anyMatch(
                stop ->
                    stop.path("scope").asString("").equals("NODE")
                        && stop.path("status").asString("").equals("STANDING"));
  }

  @GetMapping("/alerts/{id}")
  ResponseEntity<String> read(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done) {
    Words words = pages.words(request);
    String told = DONE.contains(done) ? words.say("alert.done." + done) : "";
    AlertPage page = view(words).of(PathId.of(id), told, Map.of(), Map.of());
    return pages.show(request, "alerts/alert.jte", page);
  }

  @GetMapping("/alerts/{id}/progress")
  ResponseEntity<String> progress(HttpServletRequest request, @PathVariable String id) {
    Progress progress = view(pages.words(request)).progress(PathId.of(id));
    if (progress == null) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return pages.show(request, "alerts/progress.jte", progress);
  }

  @GetMapping("/alerts/{id}/orders")
  ResponseEntity<String> orders(HttpServletRequest request, @PathVariable String id) {
    OrdersPage page = view(pages.words(request)).orders(PathId.of(id));
    return pages.show(request, "alerts/orders.jte", page);
  }

  /** As everybody would see it; the browser keeps nothing of it. */
  @GetMapping("/alerts/{id}/photos/{number}/{size}")
  ResponseEntity<byte[]> photo(
      @PathVariable String id, @PathVariable String number, @PathVariable String size) {
    if (!number.matches("[0-9]{1,4}") || !size.matches("400|1600")) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(CacheControl.noStore())
        .body(api.picture(HttpAlertView.ALERTS + PathId.of(id) + "/photos/" + number + "/" + size));
  }

  private HttpAlertView view(Words words) {
    return new HttpAlertView(api, words, pages::words, node, reader(), clock.instant());
  }

  private static Person reader() {
    return HttpPages.person().orElseThrow();
  }
}
