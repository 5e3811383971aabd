package org.homeward.intake.finding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.ViewCases;
import org.homeward.intake.cases.Viewer;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Finds cases by words, which stand in the body: an address is written into logs. */
@RestController
class FindController {

  private static final int WORDS = 200;

  private final FindCases findCases;
  private final HttpOccasion occasions;

  FindController(FindCases findCases, HttpOccasion occasions) {
    this.findCases = findCases;
    this.occasions = occasions;
  }

  @PostMapping(path = "/api/v1/cases/find", consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Object> find(@RequestBody byte[] body, RequestCommand command, Caller caller) {
    Fields fields = Fields.of(body);
    String words = fields.requiredText("words", WORDS);
    HttpOccasion.Named named = HttpOccasion.named(fields);
    fields.check();
    Viewer viewer = Viewer.of(caller);
    Occasion occasion = occasions.looked(named, viewer);
    return switch (findCases.find(words, occasion, viewer, Commands.of(command))) {
      case FindCases.Outcome.Found(var views, var by, boolean more) -> answer(views, by, more);
      case FindCases.Outcome.NotYet() -> throw FaceProblem.UNAVAILABLE.exception();
      case FindCases.Outcome.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
    };
  }

  private static Map<String, Object> answer(
      List<ViewCases.View> views, Map<String, Set<By>> by, boolean more) {
    return Map.of(
        "cases",
        views.stream()
            .map(view -> found(view, by.getOrDefault(view.state().id(), Set.of())))
            .toList(),
        "more",
        more);
  }

  private static Map<String, Object> found(ViewCases.View view, Set<By> by) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("by", by);
    json.put("case", HttpAnswers.line(view));
    return json;
  }
}
