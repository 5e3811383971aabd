package org.homeward.console.alerts;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
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

/** Stops everything that the node sends to volunteers, and shows which stops stand. */
@RestController
class StopsController {

  private static final Set<String> DONE = Set.of("stopped", "proposed", "lifted");

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  StopsController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  /** The page is shown although the stops cannot be read: the button is what matters. */
  @GetMapping("/stops")
  ResponseEntity<String> ask(
      HttpServletRequest request, @RequestParam(defaultValue = "") String done) {
    Words words = pages.words(request);
    String told = DONE.contains(done) ? words.say("stops.done." + done) : "";
    return show(request, HttpStatus.OK, told, Map.of());
  }

  @PostMapping("/stops")
  ResponseEntity<String> stop(HttpServletRequest request, @RequestParam Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("scope", "NODE");
    Answer answer = api.post(HttpAlertView.STOPS, body, form.getOrDefault("key", ""), "");
    return answer instanceof Answer.Done ? leadTo("stopped") : notDone(request, answer);
  }

  @PostMapping("/stops/{stop}/lift")
  ResponseEntity<String> lift(
      HttpServletRequest request,
      @PathVariable String stop,
      @RequestParam Map<String, String> form) {
    if (!stop.matches("node|(case|alert)\\.[0-9a-f-]{36}")) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    String path = HttpAlertView.STOPS + "/" + stop + "/lift";
    Answer answer = api.post(path, body, form.getOrDefault("key", ""), "");
    if (answer instanceof Answer.Done(_, JsonNode now, _)) {
      return leadTo(now.path("status").asString("").equals("LIFTED") ? "lifted" : "proposed");
    }
    return notDone(request, answer);
  }

  private ResponseEntity<String> notDone(HttpServletRequest request, Answer answer) {
    Map<String, String> wrong = DecideController.wrong(pages.words(request), answer);
    return show(request, DecideController.status(answer), "", wrong);
  }

  private ResponseEntity<String> show(
      HttpServletRequest request, HttpStatusCode status, String told, Map<String, String> wrong) {
    Person reader = HttpPages.person().orElseThrow();
    Words words = pages.words(request);
    var alertWords = new AlertWords(words, node, reader.id(), clock.instant());
    Answer answer = api.get(HttpAlertView.STOPS);
    List<StopsPage.Line> stops =
        answer instanceof Answer.Done(_, JsonNode found, _)
            ? found
                .path("stops")
                .valueStream()
                .filter(stop -> stop.path("status").asString("").equals("STANDING"))
                .map(stop -> line(words, alertWords, stop))
                .toList()
            : List.of();
    var page =
        new StopsPage(
            stops.stream().anyMatch(stop -> stop.scope().equals("NODE")),
            UUID.randomUUID().toString(),
            told,
            answer instanceof Answer.Done,
            stops,
            reader.is("supervisor") || reader.is("authority"),
            wrong);
    return pages.show(request, status, "alerts/stops.jte", page);
  }

  private StopsPage.Line line(Words words, AlertWords alertWords, JsonNode stop) {
    String scope = stop.path("scope").asString("");
    String id = stop.path("id").asString("");
    JsonNode lift = stop.path("lift");
    return new StopsPage.Line(
        stop.path("stop").asString(""),
        scope,
        scope.equals("CASE") ? CaseWords.code(node, id) : "",
        scope.equals("ALERT") ? "/alerts/" + id : "",
        said(words, alertWords, stop),
        lift.isMissingNode() ? "" : said(words, alertWords, lift),
        alertWords.isReader(lift.path("by")));
  }

  private static String said(Words words, AlertWords alertWords, JsonNode of) {
    return words.say("alert.by", alertWords.person(of.path("by")), alertWords.when(of.path("at")));
  }

  private static ResponseEntity<String> leadTo(String done) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/stops?done=" + done))
        .build();
  }
}
