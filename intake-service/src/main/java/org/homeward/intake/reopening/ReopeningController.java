package org.homeward.intake.reopening;

import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.intake.aftercare.EndTellings;
import org.homeward.intake.cases.CaseDecision;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.KeptChild;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.cases.reports.SaysBody;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.Category;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Code;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A child whose search has ended is missing again, or somebody says that it is in danger. */
@RestController
class ReopeningController {

  static final String AGAIN = "/api/v1/cases/{id}/children/{child}/missing-again";

  private static final Set<Channel> CHANNELS = EnumSet.complementOf(EnumSet.of(Channel.OTHER));

  private static final Set<CaseKind> KINDS = EnumSet.of(CaseKind.MISSING, CaseKind.AT_RISK);

  private final LookAtCase lookAtCase;
  private final OpenEpisode openEpisode;
  private final EndTellings endTellings;
  private final Clock clock;

  ReopeningController(
      LookAtCase lookAtCase, OpenEpisode openEpisode, EndTellings endTellings, Clock clock) {
    this.lookAtCase = lookAtCase;
    this.openEpisode = openEpisode;
    this.endTellings = endTellings;
    this.clock = clock;
  }

  @PostMapping(path = AGAIN, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> again(
      @PathVariable String id,
      @PathVariable String child,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    LookAtCase.Seen seen = ended(id, child, caller);
    Fields fields = Fields.of(body);
    CaseKind kind = fields.code("kind", KINDS);
    Channel channel = fields.requiredCode("channel", CHANNELS);
    SaysBody says = SaysBody.read(fields, false, clock.instant());
    if (!says.newChildren().isEmpty()) {
      fields.wrong("newChildren", "not-here");
    }
    if (!says.says().children().isEmpty() && says.newChildren().isEmpty()) {
      fields.wrong("says/children", "unknown-child");
    }
    Code<Category> category = says.says().category();
    boolean isAtRisk = category != null && category.is(Category.AT_RISK);
    if (isAtRisk && !fields.has("kind")) fields.wrong("kind", "required"); // upholds 12
    fields.check();
    endTellings.missingAgain(seen.id(), child, seen.person()); // upholds 6
    OpenEpisode.Outcome outcome =
        openEpisode.again(
            wish(seen.id(), child, kind == null ? CaseKind.MISSING : kind, channel, says.says()),
            Commands.of(command),
            seen.person());
    return switch (outcome) {
      case OpenEpisode.Outcome.Opened opened -> {
        HttpAnswers.found(lookAtCase.at(opened.now().id(), Viewer.of(caller))); // upholds 6
        yield opened(opened);
      }
      case OpenEpisode.Outcome.Searched() -> throw ReopeningProblem.SEARCHED_AGAIN.exception();
      case OpenEpisode.Outcome.Erased() ->
          throw HttpAnswers.refusal(CaseDecision.Refusal.CASE_ERASED);
      case OpenEpisode.Outcome.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
    };
  }

  /** What a caller says of a child who is not missing says that it is at risk. */
  private static OpenEpisode.Wish wish(
      String id, String child, CaseKind kind, Channel channel, Says says) {
    Says said =
        kind == CaseKind.AT_RISK
            ? says.with().category(Code.of(Category.AT_RISK)).build() // upholds 12
            : says;
    return new OpenEpisode.Wish(id, child, kind, channel, said);
  }

  /** The case as the person has looked at it, if the search for this child is over. */
  private LookAtCase.Seen ended(String id, String child, Caller caller) {
    LookAtCase.Seen seen = HttpAnswers.there(lookAtCase.at(id, Viewer.of(caller)));
    KeptChild state = seen.children().get(child);
    if (state == null) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    if (seen.isForeign()) {
      throw HttpAnswers.refusal(CaseDecision.Refusal.NOT_THE_OWNER); // upholds 5
    }
    if (!state.hasEnded()) {
      throw ReopeningProblem.SEARCH_GOES_ON.exception();
    }
    return seen;
  }

  private static ResponseEntity<Map<String, Object>> opened(OpenEpisode.Outcome.Opened opened) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("case", opened.now().id());
    json.put("report", opened.report());
    json.put("child", opened.child());
    return ResponseEntity.created(URI.create("/api/v1/cases/" + opened.now().id()))
        .eTag(ETags.of(opened.now().version()))
        .body(json);
  }
}
