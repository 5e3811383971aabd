package org.homeward.console.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.PathId;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.homeward.console.risk.RiskStory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The page of a case. */
@RestController
class CasesController {

  /** The things that a page may say were done just now. */
  private static final Set<String> DONE =
      Set.of(
          "filed",
          "joined",
          "changed",
          "released",
          "held",
          "told",
          "located",
          "end",
          "orders",
          "missing",
          "renew",
          "freeze",
          "waiting",
          "lift",
          "brake");

  private static final String ASSESSED = "assessed";

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  CasesController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping("/cases/{id}")
  ResponseEntity<String> read(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done) {
    var words = pages.words(request);
    var found = api.read("/api/v1/cases/" + PathId.of(id)).body();
    Person reader = HttpPages.person().orElseThrow();
    boolean isNews = done.equals("missing") && RulingsStory.isKnownToPolice(found);
    String told =
        DONE.contains(done) ? words.say("case.done." + done + (isNews ? ".known" : "")) : "";
    Map<String, String> desks = CaseStory.namesDesks(found) ? desks() : Map.of();
    var story = new CaseStory(words, node, reader, clock.instant(), desks);
    JsonNode assessments = assessments(id);
    var risk = new RiskStory(words, reader.id(), clock.instant());
    var page =
        story.of(
            found,
            alerts(id, reader),
            policeCode(found, reader),
            risk.newest(assessments),
            done.equals(ASSESSED) && assessments.path("assessments").has(0)
                ? risk.done(assessments)
                : told);
    return pages.show(request, "cases/case.jte", page);
  }

  /** The last decision on the risk; nothing where nobody tells. */
  private JsonNode assessments(String id) {
    return api.get("/api/v1/cases/" + id + "/assessments?limit=1")
            instanceof Answer.Done(_, JsonNode found, _)
        ? found
        : JsonNodeFactory.instance.objectNode();
  }

  /** The page does not wait for alert-service to tell them. */
  private List<JsonNode> alerts(String id, Person reader) {
    return reader.isOnAlerts()
            && api.get("/api/v1/alerts?case=" + id) instanceof Answer.Done(_, JsonNode found, _)
        ? found.path("alerts").valueStream().toList()
        : List.of();
  }

  /** As police say it on the telephone; the page does not wait for alert-service to tell it. */
  private String policeCode(JsonNode found, Person reader) {
    String id = found.path("id").asString("");
    return CaseStory.isRead(found)
            && reader.takesReports()
            && api.get("/api/v1/references/" + id) instanceof Answer.Done(_, JsonNode codes, _)
        ? codes.path("notice").asString("")
        : "";
  }

  /** By id; the page does not wait for alert-service to tell them. */
  private Map<String, String> desks() {
    Map<String, String> names = new HashMap<>();
    if (api.get("/api/v1/desks") instanceof Answer.Done(_, var found, _)) {
      found
          .path("desks")
          .forEach(each -> names.put(each.path("id").asString(""), each.path("name").asString("")));
    }
    return names;
  }
}
