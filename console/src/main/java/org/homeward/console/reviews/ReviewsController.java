package org.homeward.console.reviews;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
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
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Shows a supervisor the decisions that others made alone. */
@RestController
class ReviewsController {

  private static final int LIMIT = 50;

  /** From then on it is night: the day's supervisors have gone. */
  private static final LocalTime EVENING = LocalTime.of(18, 0);

  private static final Duration DAYS = Duration.ofDays(3);
  private static final Duration MONTH = Duration.ofDays(30);

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  ReviewsController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping("/review")
  ResponseEntity<String> review(
      HttpServletRequest request,
      @RequestParam(defaultValue = "NIGHT") String period,
      @RequestParam(defaultValue = "ALL") String which,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "") String done) {
    String told = done.equals("seen") ? pages.words(request).say("review.done.seen") : "";
    return show(request, HttpStatus.OK, period, which, after, told, Map.of());
  }

  @PostMapping("/review/{id}/{decision}/seen")
  ResponseEntity<String> seen(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String decision,
      @RequestParam Map<String, String> form) {
    if (!PathId.isOne(id) || !decision.matches("[1-9][0-9]{0,6}")) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    String path = "/api/v1/cases/" + id + "/decisions/" + decision + "/seen";
    String key = form.getOrDefault("key", "");
    String period = period(form.getOrDefault("period", ""));
    String which = which(form.getOrDefault("which", ""));
    return HttpFormEnd.of(pages.words(request), key)
        .after(
            api.post(path, JsonNodeFactory.instance.objectNode(), key, ""),
            _ -> HttpFormEnd.leadTo("/review?period=" + period + "&which=" + which + "&done=seen"),
            again -> show(request, again.status(), period, which, "", "", again.wrong()));
  }

  private static String period(String asked) {
    return asked.equals("DAYS") || asked.equals("MONTH") ? asked : "NIGHT";
  }

  private static String which(String asked) {
    return asked.equals("UNSEEN") ? asked : "ALL";
  }

  /** The last night begins yesterday evening, whatever the hour is now. */
  static Instant since(String period, Instant now, ZoneId zone) {
    return switch (period) {
      case "DAYS" -> now.minus(DAYS);
      case "MONTH" -> now.minus(MONTH);
      default ->
          LocalDate.ofInstant(now, zone).minusDays(1).atTime(EVENING).atZone(zone).toInstant();
    };
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String asked,
      String shown,
      String after,
      String told,
      Map<String, String> wrong) {
    String period = period(asked);
    String which = which(shown);
    Words words = pages.words(request);
    Instant now = clock.instant();
    var query =
        UriComponentsBuilder.fromPath("/api/v1/decisions")
            .queryParam("since", since(period, now, words.zone()))
            .queryParam("limit", LIMIT);
    if (which.equals("UNSEEN")) {
      query.queryParam("seen", false);
    }
    if (!after.isEmpty()) {
      query.queryParam("after", "{after}");
    }
    JsonNode found = api.read(query.encode().buildAndExpand(after).toUriString()).body();
    String reader = HttpPages.person().orElseThrow().id();
    var reviewWords = new ReviewWords(words, node, reader, now);
    var page =
        new ReviewPage(
            period,
            which,
            HttpFormEnd.freshKey(),
            told,
            found.path("decisions").valueStream().map(reviewWords::line).toList(),
            found.path("next").asString(""),
            wrong);
    return pages.show(request, status, "reviews/review.jte", page);
  }
}
