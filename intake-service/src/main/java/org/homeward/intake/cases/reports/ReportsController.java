package org.homeward.intake.cases.reports;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.intake.cases.CaseCommand;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.KeptReport;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.drafts.FileDraft;
import org.homeward.intake.drafts.LookAtDraft;
import org.homeward.intake.rulings.KindRuling;
import org.homeward.intake.staff.KnowStaff;
import org.homeward.intake.staff.Staff;
import org.homeward.schema.disclosure.Amendment;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.Category;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.Invalid;
import org.homeward.schema.json.SaysRules;
import org.homeward.schema.values.Code;
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

  private static final Set<Channel> CHANNELS = EnumSet.complementOf(EnumSet.of(Channel.OTHER));

  private final OpenCase openCase;
  private final LookAtCase lookAtCase;
  private final ChangeCase changeCase;
  private final HttpFiling filing;
  private final KnowStaff staff;
  private final Clock clock;

  ReportsController(
      OpenCase openCase,
      LookAtCase lookAtCase,
      ChangeCase changeCase,
      HttpFiling filing,
      KnowStaff staff,
      Clock clock) {
    this.openCase = openCase;
    this.staff = staff;
    this.lookAtCase = lookAtCase;
    this.changeCase = changeCase;
    this.filing = filing;
    this.clock = clock;
  }

  @PostMapping(path = "/api/v1/reports", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> open(
      @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Fields fields = Fields.of(body);
    boolean exercise = fields.requiredBoolean("exercise");
    CaseKind kind = fields.code("kind", KindRuling.OPENED_AS);
    Channel channel = fields.requiredCode("channel", CHANNELS);
    Set<String> notTo = fields.texts("notTo", 50, KeptCase.NOT_TO);
    HttpFiling.Named named = HttpFiling.draft(fields);
    SaysBody says = SaysBody.read(fields, true, clock.instant());
    Code<Category> category = says.says().category();
    boolean isUnclear = !fields.has("kind") && category != null && category.is(Category.AT_RISK);
    if (isUnclear) fields.wrong("kind", "required"); // upholds 12
    fields.check();
    Optional<LookAtDraft.SeenDraft> draft = filing.look(named, Viewer.of(caller));
    checkMayName(draft.map(LookAtDraft.SeenDraft::notTo).orElse(Set.of()), notTo, caller);
    Command once = Commands.of(command);
    var request = new FileDraft.Request(once, null, exercise, named.version());
    return switch (filing.opened(
        draft,
        request,
        more -> {
          Set<String> all = new TreeSet<>(notTo);
          all.addAll(more); // upholds 6
          var first =
              new OpenCase.FirstReport(
                  exercise,
                  kind == null ? CaseKind.MISSING : kind,
                  channel,
                  all,
                  says.newChildren(),
                  says.says());
          return openCase.open(first, once, caller.person());
        })) {
      case WriteOutcome.Written(var now, _) -> opened(now, says, caller);
      case WriteOutcome.Repeated(var now, _) -> {
        HttpAnswers.found(lookAtCase.at(now.id(), Viewer.of(caller))); // upholds 6
        yield opened(now, says, caller);
      }
      case WriteOutcome.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
    };
  }

  /** Entries of the draft were checked when it was saved; only new ones are checked here. */
  private void checkMayName(Set<String> byDraft, Set<String> notTo, Caller caller) {
    Optional<Staff.Objection> objection = staff.against(byDraft, notTo, caller.is(Role.SUPERVISOR));
    if (objection.isPresent()) {
      throw HttpAnswers.refusal(objection.get());
    }
  }

  private static ResponseEntity<Map<String, Object>> opened(
      Guarded<KeptCase> now, SaysBody says, Caller caller) {
    return HttpAnswers.withWarnings(
        HttpAnswers.opened(now, Viewer.of(caller).circles()), says.warnings());
  }

  @PostMapping(path = "/api/v1/cases/{id}/reports", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> join(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    LookAtCase.Seen seen = HttpAnswers.found(lookAtCase.at(id, Viewer.of(caller)));
    Fields fields = Fields.of(body);
    boolean exercise = fields.requiredBoolean("exercise");
    Channel channel = fields.requiredCode("channel", CHANNELS);
    HttpFiling.Named named = HttpFiling.draft(fields);
    SaysBody says = SaysBody.read(fields, false, clock.instant());
    fields.check();
    Optional<LookAtDraft.SeenDraft> draft = filing.look(named, Viewer.of(caller));
    var further = new ChangeCase.FurtherReport(exercise, channel, says.newChildren(), says.says());
    Command once = Commands.of(command);
    var request = new FileDraft.Request(once, id, exercise, named.version());
    return switch (filing.joined(
        draft,
        request,
        more -> {
          keepFrom(seen, more, once);
          return changeCase.join(seen, further, once);
        })) {
      case WriteOutcome.Written(var now, var joined) -> joined(now, joined, says, seen);
      case WriteOutcome.Kept(var now, var joined) -> joined(now, joined, says, seen);
      case WriteOutcome.Absent() -> throw FaceProblem.NOT_FOUND.exception();
    };
  }

  /**
   * Keeps the case from everybody from whom the draft was kept, before any text of the draft enters
   * it.
   */
  private void keepFrom(LookAtCase.Seen seen, Set<String> people, Command once) {
    if (!people.isEmpty()) {
      var wish = new CaseCommand.KeepFrom(people, true, staff.now());
      var command = new Command(once.id() + "/not-to", once.hash());
      HttpAnswers.of(changeCase.change(seen, OptionalLong.empty(), command, wish)); // upholds 6
    }
  }

  private static ResponseEntity<Map<String, Object>> joined(
      Guarded<KeptCase> now, ChangeCase.Joined joined, SaysBody says, LookAtCase.Seen seen) {
    return switch (joined) {
      case ChangeCase.Joined.Taken(KeptReport report) ->
          HttpAnswers.withWarnings(
              HttpAnswers.joined(now, report, seen.circles()), says.warnings());
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
      IfMatch read,
      Caller caller) {
    LookAtCase.Seen seen = HttpAnswers.found(lookAtCase.at(id, Viewer.of(caller)));
    Fields fields = Fields.of(body);
    ObjectNode patch = fields.object("says");
    fields.check();
    if (patch.isEmpty()) {
      throw FaceProblem.INVALID.problem().error("/says", "required").exception();
    }
    var amendment = new Amendment(patch, seen.circles());
    var amend =
        new CaseCommand.Amend(report, (says, children) -> amended(amendment, says, children));
    return read.first(
        version ->
            HttpAnswers.withWarnings(
                HttpAnswers.of(changeCase.change(seen, version, null, amend)),
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
