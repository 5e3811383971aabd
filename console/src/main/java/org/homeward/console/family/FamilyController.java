package org.homeward.console.family;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import org.homeward.console.steps.CaseStep;
import org.homeward.console.steps.StepCase;
import org.homeward.console.steps.StepForm;
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

/** The people of a family, and what is done about them; a text to read aloud is shown last. */
@RestController
class FamilyController {

  private static final String FAMILY = "/cases/{id}/family";
  private static final String STEP = FAMILY + "/{step}";
  private static final List<String> ABOUT = List.of("contact", "update");

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  FamilyController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping(FAMILY)
  ResponseEntity<String> read(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done) {
    Words words = pages.words(request);
    String place = place(id);
    JsonNode family = api.read(place + "/family").body();
    JsonNode found = api.read(place).body();
    boolean ours = found.path("home").asString("").equals(node);
    FamilyStory story = story(words, id);
    var page =
        new FamilyPage(
            id,
            CaseWords.code(node, id),
            CaseWords.children(words, found.path("facts")),
            family.path("exercise").asBoolean(false),
            CaseStep.at(done, FamilyStep.values())
                .map(it -> words.say("family.done." + done))
                .orElse(""),
            story.contacts(family, ours),
            story.steps(ours));
    return pages.show(request, "family/family.jte", page);
  }

  @GetMapping(STEP)
  ResponseEntity<String> ask(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String step,
      @RequestParam Map<String, String> about) {
    return show(request, HttpStatus.OK, id, step(step), about, Map.of(), HttpFormEnd.freshKey());
  }

  @PostMapping(STEP)
  ResponseEntity<String> decide(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String step,
      @RequestParam Map<String, String> form) {
    FamilyStep which = step(step);
    Words words = pages.words(request);
    String key = form.getOrDefault("key", "");
    String contact = which.isAboutContact() ? PathId.of(form.getOrDefault("contact", "")) : "";
    String update = which == FamilyStep.OUTCOME ? PathId.of(form.getOrDefault("update", "")) : "";
    String path = place(id) + "/family" + which.address(contact, update);
    return HttpFormEnd.of(words, key)
        .after(
            api.post(path, StepBody.of(which, form, words.zone()), key, ""),
            done ->
                which == FamilyStep.TELL
                    ? readAloud(request, id, contact, done.body())
                    : HttpFormEnd.leadTo("/cases/" + id + "/family?done=" + which.place()),
            again -> show(request, again.status(), id, which, form, again.wrong(), again.key()));
  }

  private static FamilyStep step(String place) {
    return CaseStep.at(place, FamilyStep.values()).orElseThrow(FaceProblem.NOT_FOUND::exception);
  }

  private static String place(String id) {
    return "/api/v1/cases/" + PathId.of(id);
  }

  private FamilyStory story(Words words, String id) {
    return new FamilyStory(words, HttpPages.person().orElseThrow(), id, clock.instant());
  }

  /** The text, with what this person must not learn above it, and one button for each end. */
  private ResponseEntity<String> readAloud(
      HttpServletRequest request, String id, String contact, JsonNode told) {
    Words words = pages.words(request);
    JsonNode family = api.read(place(id) + "/family").body();
    JsonNode about = FamilyStory.contact(family, contact);
    var page =
        new ReadPage(
            id,
            CaseWords.code(node, id),
            family.path("exercise").asBoolean(false),
            story(words, id).who(about),
            about.path("mustNotLearn").asString(""),
            contact,
            told.path("update").asString(""),
            told.path("language").asString(""),
            told.path("text").asString(""),
            HttpFormEnd.freshKey());
    return pages.show(request, "family/read.jte", page);
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      FamilyStep step,
      Map<String, String> form,
      Map<String, String> wrong,
      String key) {
    Words words = pages.words(request);
    Person reader = HttpPages.person().orElseThrow();
    if (!step.isOpenTo(reader)) {
      throw FaceProblem.FORBIDDEN.exception();
    }
    JsonNode family = api.read(place(id) + "/family").body();
    JsonNode found = api.read(place(id)).body();
    FamilyStory story = story(words, id);
    JsonNode contact = FamilyStory.contact(family, form.getOrDefault("contact", ""));
    if (step.isAboutContact() && contact.isMissingNode()) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    var page =
        new StepPage(
            StepCase.of(words, node, id, found),
            "/cases/" + id + "/family",
            "/cases/" + id + "/family/" + step.place(),
            step.keys(),
            step.isAboutContact() ? story.who(contact) : "",
            List.of(),
            step.fields(),
            StepForm.kept(form, ABOUT),
            Map.of(
                StepBody.SENTENCE,
                story.mayHear(family, contact),
                StepBody.REPORT,
                story.reports(found)),
            words.say(step.keys() + ".effect"),
            false,
            key,
            typed(step, form, contact),
            wrong);
    return pages.show(
        request,
        status,
        "family/step.jte",
        new FamilyStepPage(
            page,
            contact.path("mustNotLearn").asString(""),
            step == FamilyStep.TELL ? contact.path("number").asString("") : ""));
  }

  /** Whoever changes what a person must not learn begins with what stands there. */
  private static Map<String, String> typed(
      FamilyStep step, Map<String, String> form, JsonNode contact) {
    Map<String, String> typed = new HashMap<>(form);
    if (step == FamilyStep.KEEP) {
      typed.putIfAbsent("text", contact.path("mustNotLearn").asString("")); // upholds 6
    }
    return typed;
  }
}
