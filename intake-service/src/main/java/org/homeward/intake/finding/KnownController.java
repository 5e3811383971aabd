package org.homeward.intake.finding;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.cases.reports.SaysBody;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Do we know this child? It is asked for a call, or for the draft in which one is written down. */
@RestController
class KnownController {

  private final FindChildren findChildren;
  private final HttpOccasion occasions;
  private final Clock clock;

  KnownController(FindChildren findChildren, HttpOccasion occasions, Clock clock) {
    this.findChildren = findChildren;
    this.occasions = occasions;
    this.clock = clock;
  }

  @PostMapping(path = "/api/v1/cases/known", consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Object> find(@RequestBody byte[] body, RequestCommand command, Caller caller) {
    Viewer viewer = Viewer.of(caller);
    Fields fields = Fields.of(body);
    HttpOccasion.Named named = HttpOccasion.named(fields);
    if (named.isNothing()) {
      fields.wrong("draft", "required");
    }
    SaysBody says = SaysBody.read(fields, true, clock.instant());
    fields.check();
    Occasion occasion = occasions.looked(named, viewer);
    return switch (findChildren.find(occasion, says.says(), viewer, Commands.of(command))) {
      case FindChildren.Outcome.Found(List<FindChildren.Known> children) ->
          Map.of("children", children.stream().map(HttpKnown::of).toList());
      case FindChildren.Outcome.NotYet() -> throw FaceProblem.UNAVAILABLE.exception();
      case FindChildren.Outcome.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
    };
  }
}
