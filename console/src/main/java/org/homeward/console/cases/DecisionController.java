package org.homeward.console.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import org.homeward.console.steps.StepCase;
import org.homeward.console.steps.StepPage;
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

/** Decisions about a case and its children, each with its effect before it is pressed. */
@RestController
class DecisionController {

  private static final String DECIDE = "/cases/{id}/decide/{what}";
  private static final String CHILD = "child";

  /** The alert that waits for the decision, and to whose page it leads back. */
  private static final String ALERT = "alert";

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  DecisionController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping(DECIDE)
  ResponseEntity<String> ask(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String what,
      @RequestParam(defaultValue = "") String child,
      @RequestParam(defaultValue = "") String alert) {
    return show(
        request,
        HttpStatus.OK,
        id,
        decision(what),
        Map.of(CHILD, child, ALERT, alert),
        Map.of(),
        HttpFormEnd.freshKey());
  }

  private static Decision decision(String what) {
    return Decision.at(what).orElseThrow(FaceProblem.NOT_FOUND::exception);
  }

  @PostMapping(DECIDE)
  ResponseEntity<String> decide(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String what,
      @RequestParam Map<String, String> form) {
    Decision decision = decision(what);
    Words words = pages.words(request);
    String key = form.getOrDefault("key", "");
    String child = form.getOrDefault(CHILD, "");
    String path =
        "/api/v1/cases/"
            + PathId.of(id)
            + decision.address(decision.isAboutAChild() ? PathId.of(child) : "");
    return HttpFormEnd.of(words, key)
        .after(
            api.post(path, decision.body(form), key, ""),
            done ->
                HttpFormEnd.leadTo(
                    back(decision, id, form) + "?done=" + done(decision, done.body())),
            again -> show(request, again.status(), id, decision, form, again.wrong(), again.key()));
  }

  /** No alert waits for the other decisions. */
  private static String alert(Decision decision, Map<String, String> form) {
    String alert = form.getOrDefault(ALERT, "");
    return decision == Decision.ORDERS && PathId.isOne(alert) ? alert : "";
  }

  /** The page from which the person came: of the alert that waits for it, or of the case. */
  private static String back(Decision decision, String id, Map<String, String> form) {
    String alert = alert(decision, form);
    return alert.isEmpty() ? "/cases/" + id : "/alerts/" + alert;
  }

  /** The first of two words changes nothing yet. */
  private static String done(Decision decision, JsonNode now) {
    boolean waits = decision == Decision.LIFT && now.has("freeze");
    return waits ? "waiting" : decision.place();
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      Decision decision,
      Map<String, String> form,
      Map<String, String> wrong,
      String key) {
    Words words = pages.words(request);
    Person person = HttpPages.person().orElseThrow();
    JsonNode found = api.read("/api/v1/cases/" + PathId.of(id)).body();
    String child = form.getOrDefault(CHILD, "");
    boolean isOpen = decision.isOpenTo(person, found, node, child);
    if (status == HttpStatus.OK && !isOpen) {
      // Somebody was faster, or the link is old.
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .location(URI.create("/cases/" + id))
          .build();
    }
    var said = new RulingsStory(words, person, clock.instant());
    List<String> others =
        switch (decision) {
          case LIFT -> said.waitingLifts(found);
          case ORDERS -> said.ordersChecked(found);
          case MISSING -> said.held(found);
          case LOCATED, END, RENEW, FREEZE, BRAKE -> List.of();
        };
    String keys = "decision." + decision.place();
    var page =
        new StepPage(
            StepCase.of(words, node, id, found),
            "/cases/" + id,
            "/cases/" + id + "/decide/" + decision.place(),
            keys,
            decision.isAboutAChild()
                ? CaseWords.child(words, found.path("facts").path("children").path(child))
                : "",
            others,
            decision.fields(),
            Map.of(
                CHILD,
                child,
                "subject",
                subject(decision, found, status, form),
                ALERT,
                alert(decision, form)),
            Map.of(),
            effect(words, decision, keys + ".effect" + (others.isEmpty() ? "" : ".second"), found),
            decision == Decision.END,
            key,
            form,
            wrong);
    return pages.show(request, status, "cases/decision.jte", page);
  }

  /** The sentences above the button; a step to a search says too whether police learn of it. */
  private static String effect(Words words, Decision decision, String key, JsonNode found) {
    if (decision != Decision.MISSING) {
      return words.say(key);
    }
    String told = RulingsStory.isKnownToPolice(found) ? "police" : "nobody";
    return words.say(key) + " " + words.say("decision.missing.told." + told);
  }

  /** A repetition is about the same; after a conflict it is about what the page shows now. */
  private static String subject(
      Decision decision, JsonNode found, HttpStatusCode status, Map<String, String> form) {
    boolean anew = status.equals(HttpStatus.OK) || status.equals(HttpStatus.CONFLICT);
    return anew ? decision.subject(found) : form.getOrDefault("subject", "");
  }
}
