package org.homeward.console.ending;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.PathId;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import org.homeward.console.steps.CaseStep;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** How a case ends: four decisions, none of which follows from another. */
@RestController
class EndingController {

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  EndingController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping("/cases/{id}/ending")
  ResponseEntity<String> read(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done) {
    Words words = pages.words(request);
    Person reader = HttpPages.person().orElseThrow();
    String place = "/api/v1/cases/" + PathId.of(id);
    JsonNode ending = api.read(place + "/ending").body();
    JsonNode found = api.read(place).body();
    JsonNode work = api.read(place + "/work").body();
    JsonNode interviews = api.read(place + "/interviews").body();
    boolean ours = found.path("home").asString("").equals(node);
    var story = new EndingStory(words, reader, id, clock.instant());
    String told =
        CaseStep.at(done, EndingStep.values())
            .map(it -> words.say("ending.done." + done))
            .orElse("");
    List<EndingPage.Care> care = story.care(work);
    var page =
        new EndingPage(
            id,
            CaseWords.code(node, id),
            CaseWords.children(words, found.path("facts")),
            ending.path("exercise").asBoolean(false),
            told,
            story.children(ending, found, interviews, ours),
            story.closed(ending, found),
            story.open(ending),
            care,
            story.steps(ending, ours));
    return pages.show(request, "ending/ending.jte", page);
  }
}
