package org.homeward.intake.cases.reports;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.homeward.durable.document.Command;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Fields;
import org.homeward.intake.cases.CaseCommand;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.Circles;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.KeptReport;
import org.homeward.schema.disclosure.Amendment;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.Invalid;
import org.homeward.schema.json.SaysRules;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Reports: the first, those that join, and what is amended. */
@RestController
class ReportsController {

  static final String MERGE_PATCH = "application/merge-patch+json";

  private static final Pattern NOT_TO =
      Pattern.compile(
          "country:[A-Z]{2}|node:[a-z]{2,8}|(desk|person):[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Set<Channel> CHANNELS = EnumSet.complementOf(EnumSet.of(Channel.OTHER));

  private final OpenCase openCase;
  private final ChangeCase changeCase;
  private final HttpFiling filing;
  private final Clock clock;

  ReportsController(OpenCase openCase, ChangeCase changeCase, HttpFiling filing, Clock clock) {
    this.openCase = openCase;
    this.changeCase = changeCase;
    this.filing = filing;
    this.clock = clock;
  }

  @PostMapping(path = "/api/v1/reports", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> open(
      @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Fields fields = Fields.of(body);
    boolean exercise = fields.requiredBoolean("exercise");
    Channel channel = fields.requiredCode("channel", CHANNELS);
    Set<String> notTo = fields.texts("notTo", 50, NOT_TO);
    String draft = HttpFiling.draft(fields);
    SaysBody says = SaysBody.read(fields, true, clock.instant());
    fields.check();
    var first = new OpenCase.FirstReport(exercise, channel, notTo, says.newChildren(), says.says());
    Command once = HttpAnswers.command(command);
    String by = caller.person();
    return switch (filing.opened(draft, once, by, () -> openCase.open(first, once, by))) {
      case WriteOutcome.Written<KeptCase, String>(Guarded<KeptCase> now, String _) ->
          HttpAnswers.withWarnings(HttpAnswers.opened(now), says.warnings());
      case WriteOutcome.Repeated<KeptCase, String>(Guarded<KeptCase> now, long _) ->
          HttpAnswers.withWarnings(HttpAnswers.opened(now), says.warnings());
      case WriteOutcome.KeyReused<KeptCase, String>() -> throw FaceProblem.KEY_REUSED.exception();
    };
  }

  @PostMapping(path = "/api/v1/cases/{id}/reports", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> join(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Fields fields = Fields.of(body);
    boolean exercise = fields.requiredBoolean("exercise");
    Channel channel = fields.requiredCode("channel", CHANNELS);
    String draft = HttpFiling.draft(fields);
    SaysBody says = SaysBody.read(fields, false, clock.instant());
    fields.check();
    var further = new ChangeCase.FurtherReport(exercise, channel, says.newChildren(), says.says());
    Command once = HttpAnswers.command(command);
    String by = caller.person();
    return switch (filing.joined(
        draft, once, id, by, () -> changeCase.join(id, further, once, by))) {
      case WriteOutcome.Written<KeptCase, ChangeCase.Joined>(Guarded<KeptCase> now, var joined) ->
          joined(now, joined, says);
      case WriteOutcome.Kept<KeptCase, ChangeCase.Joined>(Guarded<KeptCase> now, var joined) ->
          joined(now, joined, says);
      case WriteOutcome.Absent<KeptCase, ChangeCase.Joined>() ->
          throw FaceProblem.NOT_FOUND.exception();
    };
  }

  private static ResponseEntity<Map<String, Object>> joined(
      Guarded<KeptCase> now, ChangeCase.Joined joined, SaysBody says) {
    return switch (joined) {
      case ChangeCase.Joined.Taken(KeptReport report) ->
          HttpAnswers.withWarnings(HttpAnswers.taken(now, report), says.warnings());
      case ChangeCase.Joined.Refused(var why) -> throw HttpAnswers.refusal(why);
      case ChangeCase.Joined.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
    };
  }

  @PatchMapping(
      path = "/api/v1/cases/{id}/reports/{report}",
      consumes = {MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
  ResponseEntity<Map<String, Object>> amend(
      @PathVariable String id,
      @PathVariable String report,
      @RequestBody byte[] body,
      IfMatch seen,
      Caller caller) {
    Fields fields = Fields.of(body);
    ObjectNode patch = fields.object("says");
    fields.check();
    if (patch.isEmpty()) {
      throw FaceProblem.INVALID.problem().error("/says", "required").exception();
    }
    var amendment = new Amendment(patch, Circles.of(caller));
    var amend =
        new CaseCommand.Amend(report, (says, children) -> amended(amendment, says, children));
    return seen.first(
        version ->
            HttpAnswers.withWarnings(
                HttpAnswers.of(changeCase.change(id, version, null, amend, caller.person())),
                SaysBody.pointers(SaysRules.warnings(patch), List.of())));
  }

  private Optional<Says> amended(Amendment amendment, Says says, Set<String> children) {
    try {
      return amendment.of(says, children, clock.instant());
    } catch (Invalid e) {
      throw FaceProblem.INVALID
          .problem()
          .errors(SaysBody.pointers(e.violations(), List.of()))
          .exception();
    }
  }
}
