package org.homeward.console.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.homeward.face.problem.FaceProblem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page of a case. */
@RestController
class CasesController {

  /** The things that a page may say were done just now. */
  private static final Set<String> DONE =
      Set.of(
          "filed",
          "joined",
          "released",
          "held",
          "told",
          "located",
          "end",
          "freeze",
          "waiting",
          "lift",
          "brake");

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
    var found = api.read("/api/v1/cases/" + CaseAddress.id(id)).body();
    Person reader = HttpPages.person().orElseThrow();
    String told = DONE.contains(done) ? words.say("case.done." + done) : "";
    Map<String, String> desks = CaseStory.namesDesks(found) ? desks() : Map.of();
    var page = new CaseStory(words, node, reader, clock.instant(), desks).of(found, told);
    return pages.show(request, "cases/case.jte", page);
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

  /** Ids in addresses of pages, before they become part of an address of the API. */
  static final class CaseAddress {

    private CaseAddress() {}

    static String id(String given) {
      if (!given.matches("[0-9a-f-]{36}")) {
        throw FaceProblem.NOT_FOUND.exception();
      }
      return given;
    }
  }
}
