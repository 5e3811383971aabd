package org.homeward.intake.calls;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.ListPage;
import org.homeward.durable.document.ListWalk;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.frame.web.PageLimit;
import org.homeward.intake.calls.CallCommand.CallDecision;
import org.homeward.intake.cases.CaseDecision;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.drafts.HttpDrafts;
import org.homeward.intake.drafts.LookAtDraft;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The call log: a call is logged, ends by itself, or is tied to a draft or a case. */
@RestController
class CallsController {

  private static final String CALLS = "/api/v1/calls";

  /** The clock of the one who logs it may be a little ahead. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private static final int NUMBER = 40;
  private static final int NOTE = 1_000;
  private static final Pattern LINE = Pattern.compile("[+0-9][0-9 ]{0,19}");

  private final LookAtCall lookAtCall;
  private final ViewCalls viewCalls;
  private final ChangeCall changeCall;
  private final SettleCalls settleCalls;
  private final LookAtDraft lookAtDraft;
  private final LookAtCase lookAtCase;
  private final Duration kept;
  private final Clock clock;

  CallsController(
      LookAtCall lookAtCall,
      ViewCalls viewCalls,
      ChangeCall changeCall,
      SettleCalls settleCalls,
      LookAtDraft lookAtDraft,
      LookAtCase lookAtCase,
      Duration kept,
      Clock clock) {
    this.lookAtCall = lookAtCall;
    this.viewCalls = viewCalls;
    this.changeCall = changeCall;
    this.settleCalls = settleCalls;
    this.lookAtDraft = lookAtDraft;
    this.lookAtCase = lookAtCase;
    this.kept = kept;
    this.clock = clock;
  }

  @PostMapping(path = CALLS, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> log(
      @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Call call = call(Fields.of(body), caller);
    return switch (changeCall.log(call, Commands.of(command))) {
      case WriteOutcome.Written<KeptCall, Boolean>(Guarded<KeptCall> now, Boolean _) -> logged(now);
      case WriteOutcome.Repeated<KeptCall, Boolean>(Guarded<KeptCall> now, long _) -> {
        look(now.id(), caller); // upholds 6
        yield logged(now);
      }
      case WriteOutcome.KeyReused<KeptCall, Boolean>() -> throw FaceProblem.KEY_REUSED.exception();
    };
  }

  private Call call(Fields fields, Caller caller) {
    Instant now = clock.instant();
    boolean exercise = fields.requiredBoolean("exercise");
    Call.Direction direction =
        fields.requiredCode("direction", EnumSet.allOf(Call.Direction.class));
    boolean answered = fields.requiredBoolean("answered");
    String line = fields.text("line", LINE);
    String number = fields.text("number", NUMBER);
    String note = fields.lines("note", NOTE);
    Call.Ending ended = fields.code("ended", EnumSet.allOf(Call.Ending.class));
    Instant at = fields.instant("at");
    if (at != null && at.isAfter(now.plus(AHEAD))) {
      fields.wrong("at", "in-future");
    } else if (at != null && !at.isAfter(now.minus(kept))) {
      fields.wrong("at", "too-long-ago");
    }
    fields.check();
    return new Call(
        exercise,
        direction,
        line,
        answered,
        at == null ? now : at.truncatedTo(ChronoUnit.MILLIS),
        number,
        note,
        ended,
        null,
        Set.of(),
        caller.person(),
        now);
  }

  @GetMapping(CALLS)
  Map<String, Object> list(
      @RequestParam(name = "case", defaultValue = "") String ofCase,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = PageLimit.DEFAULT) String limit,
      Caller caller) {
    int most = PageLimit.of(limit);
    Viewer viewer = Viewer.of(caller);
    if (!ofCase.isEmpty()) {
      LookAtCase.Seen seen = HttpAnswers.found(lookAtCase.at(ofCase, viewer));
      return Map.of("calls", lines(viewCalls.of(seen, viewer)));
    }
    ListWalk walk = after.isEmpty() ? ViewCalls.TOP : further(after);
    ListPage<KeptCall> page = viewCalls.page(walk, most, viewer);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("calls", lines(page.documents()));
    page.next().ifPresent(next -> answer.put("next", next.text()));
    return answer;
  }

  private static ListWalk further(String after) {
    return ListWalk.of(after)
        .filter(walk -> walk.order() == ViewCalls.TOP.order())
        .filter(walk -> walk.value().equals(ViewCalls.TOP.value()))
        .orElseThrow(
            () -> FaceProblem.INVALID.problem().error("/after", "unknown-place").exception());
  }

  @GetMapping(CALLS + "/{id}")
  ResponseEntity<Map<String, Object>> read(@PathVariable String id, Caller caller) {
    LookAtCall.SeenCall seen = look(id, caller);
    return ResponseEntity.ok()
        .eTag(ETags.of(seen.version()))
        .body(line(id, seen.version(), seen.call()));
  }

  @PostMapping(path = CALLS + "/{id}/end", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> end(
      @PathVariable String id,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    LookAtCall.SeenCall seen = look(id, caller);
    Fields fields = Fields.of(body);
    Call.Ending how = fields.requiredCode("ended", EnumSet.allOf(Call.Ending.class));
    fields.check();
    return changed(seen, read, command, new CallCommand.End(how));
  }

  /** The person sees both: the call, and the draft or the case. */
  @PostMapping(path = CALLS + "/{id}/tie", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> tie(
      @PathVariable String id,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    LookAtCall.SeenCall seen = look(id, caller);
    Fields fields = Fields.of(body);
    String draft = fields.text("draft", NUMBER);
    String caseId = fields.text("case", NUMBER);
    if ((draft == null) == (caseId == null)) {
      fields.wrong("case", "one-of-both");
    }
    fields.check();
    ResponseEntity<Map<String, Object>> answer =
        changed(seen, read, command, to(draft, caseId, Viewer.of(caller)));
    settleCalls.afterTie(id);
    return answer;
  }

  private CallCommand.Tie to(@Nullable String draft, @Nullable String caseId, Viewer viewer) {
    if (draft != null) {
      LookAtDraft.SeenDraft seen = HttpDrafts.found(lookAtDraft.at(draft, viewer));
      return new CallCommand.Tie(Call.toDraft(seen.id()), seen.exercise());
    }
    LookAtCase.Seen seen = HttpAnswers.found(lookAtCase.at(String.valueOf(caseId), viewer));
    if (seen.isErased()) {
      throw HttpAnswers.refusal(
          new CaseDecision.Refused(CaseDecision.Refusal.CASE_ERASED, Set.of())); // upholds 7
    }
    return new CallCommand.Tie(Call.toCase(seen.id()), seen.exercise());
  }

  private LookAtCall.SeenCall look(String id, Caller caller) {
    return lookAtCall.at(id, Viewer.of(caller)).orElseThrow(FaceProblem.NOT_FOUND::exception);
  }

  private ResponseEntity<Map<String, Object>> changed(
      LookAtCall.SeenCall seen, IfMatch read, RequestCommand command, CallCommand wish) {
    return read.first(
        version ->
            switch (changeCall.change(seen, version, Commands.of(command), wish)) {
              case WriteOutcome.Written<KeptCall, CallDecision>(
                      Guarded<KeptCall> now,
                      CallDecision _) ->
                  done(now);
              case WriteOutcome.Repeated<KeptCall, CallDecision>(Guarded<KeptCall> now, long _) ->
                  done(now);
              case WriteOutcome.Kept<KeptCall, CallDecision>(
                      var _,
                      CallDecision.Refused(var why)) ->
                  throw refusal(why);
              case WriteOutcome.Kept<KeptCall, CallDecision>(
                      Guarded<KeptCall> now,
                      CallDecision _) ->
                  done(now);
              case WriteOutcome.Stale<KeptCall, CallDecision> _ ->
                  throw FaceProblem.PRECONDITION_FAILED.exception();
              case WriteOutcome.KeyReused<KeptCall, CallDecision>() ->
                  throw FaceProblem.KEY_REUSED.exception();
              case WriteOutcome.Absent<KeptCall, CallDecision>() ->
                  throw FaceProblem.NOT_FOUND.exception();
            });
  }

  private static ProblemException refusal(CallCommand.Refusal why) {
    return switch (why) {
      case NO_SUCH_CALL -> FaceProblem.NOT_FOUND.exception();
      case CALL_TIED -> CallProblem.CALL_TIED.exception();
      case EXERCISE_AND_REAL ->
          HttpAnswers.refusal(
              new CaseDecision.Refused(CaseDecision.Refusal.EXERCISE_AND_REAL, Set.of()));
    };
  }

  private static ResponseEntity<Map<String, Object>> logged(Guarded<KeptCall> now) {
    return ResponseEntity.created(URI.create(CALLS + "/" + now.id()))
        .eTag(ETags.of(now.version()))
        .body(Map.of("call", now.id()));
  }

  private static ResponseEntity<Map<String, Object>> done(Guarded<KeptCall> now) {
    return ResponseEntity.ok().eTag(ETags.of(now.version())).body(Map.of("call", now.id()));
  }

  private static List<Map<String, Object>> lines(List<Guarded<KeptCall>> found) {
    return found.stream()
        .filter(each -> each.state() instanceof Call)
        .map(each -> line(each.id(), each.version(), (Call) each.state()))
        .toList();
  }

  private static Map<String, Object> line(String id, long version, Call call) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("call", id);
    json.put("version", version);
    json.put("exercise", call.exercise());
    json.put("direction", call.direction());
    json.put("answered", call.answered());
    json.put("at", call.at().toString());
    json.put("line", call.line());
    json.put("number", call.number());
    json.put("note", call.note());
    json.put("ended", call.ended());
    json.put("draft", call.draftId().orElse(null));
    json.put("case", call.caseId().orElse(null));
    json.put("loggedBy", call.loggedBy());
    json.put("loggedAt", call.loggedAt().toString());
    json.values().removeIf(Objects::isNull);
    return json;
  }
}
