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
import java.util.Optional;
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
import org.homeward.frame.web.Outcomes;
import org.homeward.frame.web.PageLimit;
import org.homeward.intake.cases.CaseDecision;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.drafts.HttpDrafts;
import org.homeward.intake.drafts.LookAtDraft;
import org.homeward.intake.joboffers.HttpJobOffers;
import org.homeward.intake.oncall.KeepCard;
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
  private static final int REASON = 500;
  private static final Pattern LINE = Pattern.compile("[+0-9][0-9 ]{0,19}");

  private final LookAtCall lookAtCall;
  private final ViewCalls viewCalls;
  private final ChangeCall changeCall;
  private final SettleCalls settleCalls;
  private final LookAtDraft lookAtDraft;
  private final LookAtCase lookAtCase;
  private final KeepCard keepCard;
  private final Duration kept;
  private final Clock clock;

  CallsController(
      LookAtCall lookAtCall,
      ViewCalls viewCalls,
      ChangeCall changeCall,
      SettleCalls settleCalls,
      LookAtDraft lookAtDraft,
      LookAtCase lookAtCase,
      KeepCard keepCard,
      Duration kept,
      Clock clock) {
    this.lookAtCall = lookAtCall;
    this.viewCalls = viewCalls;
    this.changeCall = changeCall;
    this.settleCalls = settleCalls;
    this.lookAtDraft = lookAtDraft;
    this.lookAtCase = lookAtCase;
    this.keepCard = keepCard;
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
    KeepCard.OnCall onCall = onCall(fields, direction);
    Instant at = fields.instant("at");
    if (at != null && at.isAfter(now.plus(AHEAD))) {
      fields.wrong("at", "in-future");
    } else if (at != null && !at.isAfter(now.minus(kept))) {
      fields.wrong("at", "too-long-ago");
    }
    fields.check();
    Call call =
        new Call(
            exercise,
            direction,
            line,
            answered,
            at == null ? now : at.truncatedTo(ChronoUnit.MILLIS),
            number == null && onCall != null ? onCall.phone() : number,
            note,
            ended,
            caller.person(),
            now);
    return onCall == null
        ? call
        : call.trying(new Call.OnCall(onCall.entry(), onCall.duty(), onCall.name()));
  }

  /** Somebody on the card was tried. */
  private KeepCard.@Nullable OnCall onCall(Fields fields, Call.Direction direction) {
    String entry = fields.text("onCall", NUMBER);
    if (entry == null) {
      return null;
    }
    KeepCard.OnCall found = keepCard.entry(entry).orElse(null);
    if (found == null) {
      fields.wrong("onCall", "unknown-entry");
    } else if (direction != Call.Direction.OUT) {
      fields.wrong("onCall", "only-out");
    }
    return found;
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
        .body(whole(id, seen.version(), seen.call()));
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
    Named named = named(fields);
    fields.check();
    TiedTo tiedTo = tiedTo(named, Viewer.of(caller));
    var tie = new CallCommand.Tie(tiedTo.to(), tiedTo.exercise());
    ResponseEntity<Map<String, Object>> answer = changed(seen, read, command, tie);
    settleCalls.afterTie(id);
    return answer;
  }

  /** The supervisor sees all of it: the call with what it was tied to, and what it is about. */
  @PostMapping(path = CALLS + "/{id}/correct", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> correct(
      @PathVariable String id,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    LookAtCall.SeenCall seen = look(id, caller);
    Fields fields = Fields.of(body);
    Named named = named(fields);
    String reason = fields.requiredLines("reason", REASON);
    fields.check();
    Viewer viewer = Viewer.of(caller);
    TiedTo tiedTo = tiedTo(named, viewer);
    Set<String> notTo = keptFrom(seen.call(), viewer);
    var correct =
        new CallCommand.Correct(tiedTo.to(), tiedTo.exercise(), notTo, caller.person(), reason);
    ResponseEntity<Map<String, Object>> answer = changed(seen, read, command, correct);
    settleCalls.afterTie(id);
    return answer;
  }

  /** The people from whom the draft or case of this call is kept. */
  private Set<String> keptFrom(Call call, Viewer viewer) {
    if (call.caseId().isPresent()) {
      return TieAgain.people(HttpAnswers.found(lookAtCase.at(call.caseId().get(), viewer)).notTo());
    }
    return call.draftId()
        .map(draft -> HttpDrafts.found(lookAtDraft.at(draft, viewer)).notTo())
        .orElse(Set.of());
  }

  /** The draft or the case that a request names. */
  private record Named(@Nullable String draft, @Nullable String caseId) {}

  private static Named named(Fields fields) {
    var named = new Named(fields.text("draft", NUMBER), fields.text("case", NUMBER));
    if ((named.draft() == null) == (named.caseId() == null)) {
      fields.wrong("case", "one-of-both");
    }
    return named;
  }

  /**
   * A draft or a case that the person sees.
   *
   * @param to as {@link Call#tiedTo} names it
   */
  private record TiedTo(String to, boolean exercise) {}

  private TiedTo tiedTo(Named named, Viewer viewer) {
    String caseId = named.caseId();
    if (named.draft() != null) {
      LookAtDraft.SeenDraft seen = HttpDrafts.found(lookAtDraft.at(named.draft(), viewer));
      return new TiedTo(Call.toDraft(seen.id()), seen.exercise());
    }
    LookAtCase.Seen seen = HttpAnswers.there(lookAtCase.at(String.valueOf(caseId), viewer));
    return new TiedTo(Call.toCase(seen.id()), seen.exercise());
  }

  private LookAtCall.SeenCall look(String id, Caller caller) {
    return lookAtCall.at(id, Viewer.of(caller)).orElseThrow(FaceProblem.NOT_FOUND::exception);
  }

  private ResponseEntity<Map<String, Object>> changed(
      LookAtCall.SeenCall seen, IfMatch read, RequestCommand command, CallCommand wish) {
    return read.first(
        version ->
            done(
                Outcomes.now(
                    changeCall.change(seen, version, Commands.of(command), wish),
                    CallsController::refusal)));
  }

  static Optional<ProblemException> refusal(CallDecision decision) {
    return decision instanceof CallDecision.Refused(var why)
        ? Optional.of(refusal(why))
        : Optional.empty();
  }

  private static ProblemException refusal(CallDecision.Refusal why) {
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

  /** With what was said of a job offer, which a list only mentions. */
  private static Map<String, Object> whole(String id, long version, Call call) {
    Map<String, Object> json = line(id, version, call);
    if (call.offer() != null) {
      json.put("jobOffer", HttpJobOffers.json(call.offer()));
    }
    return json;
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
    json.put("onCall", call.onCall());
    json.put("offerChecked", call.offer() == null ? null : true);
    json.put("draft", call.draftId().orElse(null));
    json.put("case", call.caseId().orElse(null));
    json.put("loggedBy", call.loggedBy());
    json.put("loggedAt", call.loggedAt().toString());
    if (!call.corrected().isEmpty()) {
      json.put("corrected", call.corrected().stream().map(CallsController::corrected).toList());
    }
    json.values().removeIf(Objects::isNull);
    return json;
  }

  private static Map<String, Object> corrected(Call.Corrected tie) {
    return Map.of("by", tie.by(), "at", tie.at().toString(), "reason", tie.reason());
  }
}
