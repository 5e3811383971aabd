package org.homeward.console.ending;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import org.homeward.console.steps.CaseStep;
import org.homeward.console.steps.StepCase;
import org.homeward.console.steps.StepField;
import org.homeward.console.steps.StepForm;
import org.homeward.console.steps.StepPage;
import org.homeward.face.problem.FaceProblem;
import org.homeward.schema.people.HowFound;
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

/** Decisions after a find, each with its effect before it is pressed. */
@RestController
class StepController {

  private static final String STEP = "/cases/{id}/ending/{step}";
  private static final Set<String> FOUND = Set.of("FOUND_SAFE", "FOUND_HARMED", "FOUND_DECEASED");
  private static final List<String> HOW_FOUND =
      Stream.of(HowFound.values())
          .filter(how -> how != HowFound.OTHER)
          .map(HowFound::name)
          .toList();
  private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();
  private static final List<String> ABOUT = List.of("child", "report", "item");

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  StepController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping(STEP)
  ResponseEntity<String> ask(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String step,
      @RequestParam Map<String, String> about) {
    String key = HttpFormEnd.freshKey();
    return show(request, HttpStatus.OK, id, step(step), about, Map.of(), key);
  }

  private static EndingStep step(String place) {
    return CaseStep.at(place, EndingStep.values()).orElseThrow(FaceProblem.NOT_FOUND::exception);
  }

  @PostMapping(STEP)
  ResponseEntity<String> decide(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String step,
      @RequestParam Map<String, String> form) {
    EndingStep which = step(step);
    Words words = pages.words(request);
    String key = form.getOrDefault("key", "");
    String child = which.isAboutAChild() ? PathId.of(form.getOrDefault("child", "")) : "";
    String item = which.is(EndingStep.About.ITEM) ? PathId.of(form.getOrDefault("item", "")) : "";
    String path = "/api/v1/cases/" + PathId.of(id) + which.address(child, item);
    return HttpFormEnd.of(words, key)
        .after(
            api.post(path, StepBody.of(which, form, words.zone()), key, ""),
            done -> HttpFormEnd.leadTo(after(id, which, done.body())),
            again -> show(request, again.status(), id, which, form, again.wrong(), again.key()));
  }

  /** A new episode has a page of its own. */
  private static String after(String id, EndingStep step, JsonNode done) {
    return step == EndingStep.AGAIN
        ? "/cases/" + PathId.of(done.path("case").asString("")) + "?done=filed"
        : "/cases/" + id + "/ending?done=" + step.place();
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      EndingStep step,
      Map<String, String> form,
      Map<String, String> wrong,
      String key) {
    Words words = pages.words(request);
    Person reader = HttpPages.person().orElseThrow();
    if (!step.isOpenTo(reader)) {
      throw FaceProblem.FORBIDDEN.exception();
    }
    String place = "/api/v1/cases/" + PathId.of(id);
    // First: what a supervisor reads is never older than the ground that she names.
    JsonNode ending = step == EndingStep.TELL ? api.read(place + "/ending").body() : NOTHING;
    JsonNode found = api.read(place).body();
    var story = new EndingStory(words, reader, id, clock.instant());
    List<String> about = new ArrayList<>();
    if (step.isAboutAChild()) {
      about.add(story.who(found, form.getOrDefault("child", "")));
    }
    if (step.is(EndingStep.About.CLAIMANT)) {
      about.add(words.say("ending.about", story.claimant(found, form.getOrDefault("report", ""))));
    }
    var page =
        new StepPage(
            StepCase.of(words, node, id, found),
            "/cases/" + id + "/ending",
            "/cases/" + id + "/ending/" + step.place(),
            step.keys(),
            String.join(" · ", about),
            step == EndingStep.TELL ? read(story, ending, found, form) : List.of(),
            step == EndingStep.CLOSE ? toClose(words, story, found) : step.fields(),
            hidden(form, ending),
            Map.of(),
            words.say(step.keys() + ".effect"),
            step == EndingStep.TELL,
            key,
            typed(step, form),
            wrong);
    return pages.show(request, status, "steps/step.jte", page);
  }

  /** What is said of the orders is said anew: they may be others than when it was ticked. */
  private static Map<String, String> typed(EndingStep step, Map<String, String> form) {
    Map<String, String> typed = new HashMap<>(form);
    if (step == EndingStep.TELL) {
      typed.remove(StepBody.CLEAR_OF_ORDERS); // upholds 6
    }
    return typed;
  }

  private static Map<String, String> hidden(Map<String, String> form, JsonNode ending) {
    Map<String, String> hidden = StepForm.kept(form, ABOUT);
    String ground = child(ending, form).path(StepBody.GROUND).asString("");
    if (!ground.isEmpty()) {
      hidden.put(StepBody.GROUND, ground);
    }
    return hidden;
  }

  /** What a supervisor reads before she decides: rules, orders, and what the child said. */
  private static List<String> read(
      EndingStory story, JsonNode ending, JsonNode found, Map<String, String> form) {
    return story.grounds(child(ending, form), found, form.getOrDefault("report", ""));
  }

  private static JsonNode child(JsonNode ending, Map<String, String> form) {
    return ending
        .path("children")
        .valueStream()
        .filter(each -> each.path("child").asString("").equals(form.get("child")))
        .findFirst()
        .orElse(NOTHING);
  }

  /** Whoever closes a case says of each child that was found how it was. */
  private static List<StepField> toClose(Words words, EndingStory story, JsonNode found) {
    Stream<StepField> how =
        found
            .path("children")
            .propertyStream()
            .filter(each -> FOUND.contains(each.getValue().path("outcome").asString("")))
            .map(Map.Entry::getKey)
            .map(
                child ->
                    StepField.choice(StepBody.FOUND + child, "HowFound", HOW_FOUND)
                        .asking(words.say("ending.howFound") + " " + story.who(found, child)));
    return Stream.concat(how, EndingStep.CLOSE.fields().stream()).toList();
  }
}
