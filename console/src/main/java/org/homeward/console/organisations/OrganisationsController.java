package org.homeward.console.organisations;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.homeward.console.alerts.AlertWords;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
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

/** Which organisations have answered an alert; what one says on the telephone is written down. */
@RestController
class OrganisationsController {

  private static final String ALERTS = "/api/v1/alerts/";
  private static final String PAGE = "/alerts/{id}/organisations";
  private static final String NUMBER = "number";
  private static final String SAYS = "says";
  private static final String HEARD = "heard";
  private static final String KEPT = "kept";
  private static final Set<String> WORDS = Set.of("SEEN", "ACTING", "NOT_OURS");

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  OrganisationsController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping(PAGE)
  ResponseEntity<String> list(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done) {
    Words words = pages.words(request);
    String told =
        switch (done) {
          case HEARD, KEPT -> words.say("alert.organisations." + done);
          default -> "";
        };
    return show(request, HttpStatus.OK, id, told, Map.of(), Map.of(), HttpFormEnd.freshKey());
  }

  @PostMapping(PAGE)
  ResponseEntity<String> heard(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    Words words = pages.words(request);
    String key = form.getOrDefault("key", "");
    String number = form.getOrDefault(NUMBER, "");
    String says = form.getOrDefault(SAYS, "");
    Map<String, String> missing = new HashMap<>();
    if (!number.matches("[1-9][0-9]{0,8}")) {
      missing.put(NUMBER, words.rule("required"));
    }
    if (!WORDS.contains(says)) {
      missing.put(SAYS, words.rule("required"));
    }
    if (!missing.isEmpty()) {
      return show(request, HttpStatus.UNPROCESSABLE_CONTENT, id, "", form, missing, key);
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put(NUMBER, Integer.parseInt(number));
    body.put(SAYS, says);
    return HttpFormEnd.of(words, key)
        .after(
            api.post(ALERTS + PathId.of(id) + "/answers", body, key, ""),
            was -> HttpFormEnd.leadTo("/alerts/" + id + "/organisations?done=" + done(was.body())),
            again -> show(request, again.status(), id, "", form, again.wrong(), again.key()));
  }

  private static String done(JsonNode answer) {
    return answer.path("written").asBoolean(true) ? HEARD : KEPT;
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      String told,
      Map<String, String> typed,
      Map<String, String> wrong,
      String key) {
    Words words = pages.words(request);
    Person reader = HttpPages.person().orElseThrow();
    String path = ALERTS + PathId.of(id);
    JsonNode answers = api.read(path + "/answers").body();
    JsonNode alert = api.read(path).body();
    var alertWords = new AlertWords(words, node, reader.id(), clock.instant());
    return pages.show(
        request,
        status,
        "organisations/organisations.jte",
        new OrganisationsPage(
            id,
            alert.path("reference").asString(alertWords.code(alert)),
            alert.path("exercise").asBoolean(false),
            key,
            told,
            alertWords.silent(answers),
            answers
                .path("organisations")
                .valueStream()
                .map(each -> line(words, alertWords, each))
                .toList(),
            typed,
            wrong));
  }

  private static OrganisationsPage.Line line(
      Words words, AlertWords alertWords, JsonNode organisation) {
    boolean has = organisation.path("has").asBoolean(false);
    boolean silent = organisation.path("silent").asBoolean(false);
    return new OrganisationsPage.Line(
        organisation.path(NUMBER).asString(""),
        organisation.path("name").asString(""),
        words.code("channel", organisation.path("channel").asString("")),
        silent,
        says(words, alertWords, organisation),
        words.say("alert.organisations." + (has ? "has" : "hasNot")));
  }

  private static String says(Words words, AlertWords alertWords, JsonNode organisation) {
    if (!organisation.has(SAYS)) {
      return "";
    }
    String said = words.code("answer", organisation.path(SAYS).asString(""));
    String when = alertWords.when(organisation.path("at"));
    return switch (organisation.path("way").asString("")) {
      case "STAFF" ->
          words.say(
              "alert.organisations.said.STAFF",
              said,
              alertWords.person(organisation.path("by")),
              when);
      case "LINK" -> words.say("alert.organisations.said.LINK", when);
      default -> words.say("alert.organisations.said.KEY", said, when);
    };
  }
}
