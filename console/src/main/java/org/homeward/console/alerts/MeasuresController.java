package org.homeward.console.alerts;

import jakarta.servlet.http.HttpServletRequest;
import java.text.NumberFormat;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.PathId;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** How an alert went, for whoever decides about the next one. */
@RestController
class MeasuresController {

  private static final List<String> PERCENTS = List.of("50", "90", "99", "100");

  /** Longer times are said in minutes, and then in hours. */
  private static final double MINUTES_FROM = 120;

  private static final double HOURS_FROM = 7_200;
  private static final double MINUTE = 60;
  private static final double HOUR = 3_600;

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  MeasuresController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping("/alerts/{id}/measures")
  ResponseEntity<String> show(HttpServletRequest request, @PathVariable String id) {
    Words words = pages.words(request);
    Person reader = HttpPages.person().orElseThrow();
    String path = HttpAlertView.ALERTS + PathId.of(id);
    JsonNode measured = api.read(path + "/measures").body();
    JsonNode alert = api.read(path).body();
    var alertWords = new AlertWords(words, node, reader.id(), clock.instant());
    return pages.show(
        request,
        "alerts/measures.jte",
        new MeasuresPage(
            id,
            alert.path("reference").asString(alertWords.code(alert)),
            alert.path("exercise").asBoolean(false),
            measured.has("alert"),
            channels(words, alertWords, measured.path("alert")),
            channels(words, alertWords, measured.path("end")),
            failures(words, alertWords, measured.path("failures"))));
  }

  private static List<Progress.OfChannel> channels(
      Words words, AlertWords alertWords, JsonNode all) {
    return all.valueStream()
        .map(
            reach ->
                new Progress.OfChannel(
                    words.code("channel", reach.path("channel").asString("")),
                    counts(words, alertWords, reach)))
        .toList();
  }

  private static List<Progress.Count> counts(Words words, AlertWords alertWords, JsonNode reach) {
    List<Progress.Count> counts = new ArrayList<>();
    for (String name : List.of("addressees", "reached")) {
      counts.add(
          new Progress.Count(
              words.say("alert.measures." + name), alertWords.figure(reach.path(name).asLong(0))));
    }
    for (String percent : PERCENTS) {
      JsonNode seconds = reach.path("seconds").path(percent);
      counts.add(
          new Progress.Count(
              words.say("alert.measures." + percent),
              seconds.isNumber()
                  ? time(words, seconds.asDouble())
                  : words.say("alert.measures.notYet")));
    }
    return counts;
  }

  /** Rounded up: a time that is shown was never longer. */
  private static String time(Words words, double seconds) {
    var figures = NumberFormat.getNumberInstance(words.language().locale());
    figures.setMaximumFractionDigits(1);
    if (seconds < MINUTES_FROM) {
      return words.say("alert.measures.seconds", figures.format(seconds));
    }
    return seconds < HOURS_FROM
        ? words.say("alert.measures.minutes", figures.format(Math.ceil(seconds / MINUTE)))
        : words.say("alert.measures.hours", figures.format(Math.ceil(seconds / HOUR * 10) / 10));
  }

  private static List<Progress.Count> failures(
      Words words, AlertWords alertWords, JsonNode failures) {
    return failures
        .valueStream()
        .map(
            failure ->
                new Progress.Count(
                    words.say(
                        "alert.measures.failure",
                        words.code("channel", failure.path("channel").asString("")),
                        words.code("measuredMessage", failure.path("what").asString("")),
                        words.code("measuredState", failure.path("state").asString("")),
                        failure.path("reason").asString("")),
                    alertWords.figure(failure.path("count").asLong(0))))
        .toList();
  }
}
