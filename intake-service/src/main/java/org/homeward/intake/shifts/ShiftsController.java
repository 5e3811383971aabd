package org.homeward.intake.shifts;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A shift is left, and the next one accepts it. */
@RestController
class ShiftsController {

  private static final String SHIFTS = "/api/v1/shifts";

  /** Time for a word between the two. */
  private static final Duration USUAL = Duration.ofMinutes(30);

  /** How far in the past {@code acceptBy} may lie. */
  private static final Duration BEFORE = Duration.ofHours(1);

  private static final Duration AHEAD = Duration.ofDays(1);
  private static final int WORDS = 4_000;
  private static final int LINES = 50;
  private static final int LINE = 1_000;
  private static final int ID = 40;

  private final ChangeShift changeShift;
  private final ViewShifts viewShifts;
  private final LookAtCase lookAtCase;
  private final Clock clock;

  ShiftsController(
      ChangeShift changeShift, ViewShifts viewShifts, LookAtCase lookAtCase, Clock clock) {
    this.changeShift = changeShift;
    this.viewShifts = viewShifts;
    this.lookAtCase = lookAtCase;
    this.clock = clock;
  }

  @PostMapping(path = SHIFTS, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> leave(
      @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Shift shift = shift(Fields.of(body), caller);
    shift.cases().forEach(id -> look(id, caller)); // upholds 6
    return switch (changeShift.leave(shift, Commands.of(command))) {
      case WriteOutcome.Written(var now, _) -> left(now);
      case WriteOutcome.Repeated(var now, _) -> left(now);
      case WriteOutcome.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
    };
  }

  private Shift shift(Fields fields, Caller caller) {
    Instant now = clock.instant();
    String words = fields.lines("words", WORDS);
    List<Shift.Line> lines = new ArrayList<>();
    for (Fields line : fields.objects("lines", LINES)) {
      lines.add(new Shift.Line(line.requiredText("case", ID), line.requiredLines("text", LINE)));
      line.noOthers();
    }
    Instant given = fields.instant("acceptBy");
    Instant acceptBy = given == null ? now.plus(USUAL) : given.truncatedTo(ChronoUnit.MILLIS);
    if (acceptBy.isBefore(now.minus(BEFORE))) {
      fields.wrong("acceptBy", "too-long-ago");
    } else if (acceptBy.isAfter(now.plus(AHEAD))) {
      fields.wrong("acceptBy", "too-far-ahead");
    }
    fields.check();
    return new Shift(words, lines, caller.person(), now, acceptBy, null, null);
  }

  private void look(String caseId, Caller caller) {
    LookAtCase.Seen _ = HttpAnswers.there(lookAtCase.at(caseId, Viewer.of(caller)));
  }

  @GetMapping(SHIFTS)
  Map<String, Object> list(
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = PageLimit.DEFAULT) String limit) {
    ListWalk walk = after.isEmpty() ? ViewShifts.TOP : further(after);
    ListPage<KeptShift> page = viewShifts.page(walk, PageLimit.of(limit));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(
        "shifts",
        page.documents().stream()
            .filter(each -> each.state() instanceof Shift)
            .map(each -> json(each.id(), (Shift) each.state(), each.version()))
            .toList());
    page.next().ifPresent(next -> answer.put("next", next.text()));
    return answer;
  }

  private static ListWalk further(String after) {
    return ListWalk.of(after)
        .filter(walk -> walk.order() == ViewShifts.TOP.order())
        .filter(walk -> walk.value().equals(ViewShifts.TOP.value()))
        .orElseThrow(
            () -> FaceProblem.INVALID.problem().error("/after", "unknown-place").exception());
  }

  @GetMapping(SHIFTS + "/{id}")
  ResponseEntity<Map<String, Object>> read(@PathVariable String id, Caller caller) {
    ViewShifts.Shown shown =
        viewShifts.one(id, Viewer.of(caller)).orElseThrow(FaceProblem.NOT_FOUND::exception);
    Map<String, Object> json = json(id, shown.shift(), shown.version());
    json.put("words", shown.shift().words());
    json.put(
        "lines",
        shown.lines().stream()
            .map(line -> Map.of("case", line.caseId(), "text", line.text()))
            .toList());
    json.values().removeIf(Objects::isNull);
    return ResponseEntity.ok().eTag(ETags.of(shown.version())).body(json);
  }

  @PostMapping(SHIFTS + "/{id}/accept")
  ResponseEntity<Map<String, Object>> accept(
      @PathVariable String id, IfMatch read, RequestCommand command, Caller caller) {
    return changed(id, read, command, new ShiftCommand.Accept(caller.person()), caller);
  }

  @PostMapping(SHIFTS + "/{id}/take-back")
  ResponseEntity<Map<String, Object>> takeBack(
      @PathVariable String id, IfMatch read, RequestCommand command, Caller caller) {
    return changed(id, read, command, new ShiftCommand.TakeBack(caller.person()), caller);
  }

  private ResponseEntity<Map<String, Object>> changed(
      String id, IfMatch read, RequestCommand command, ShiftCommand wish, Caller caller) {
    return read.first(
        version ->
            done(
                Outcomes.now(
                    changeShift.change(id, version, Commands.of(command), wish, caller.person()),
                    ShiftsController::refusal)));
  }

  private static Optional<ProblemException> refusal(ShiftDecision decision) {
    return decision instanceof ShiftDecision.Refused(var why)
        ? Optional.of(refusal(why))
        : Optional.empty();
  }

  private static ProblemException refusal(ShiftDecision.Refusal why) {
    return switch (why) {
      case NO_SUCH_SHIFT -> FaceProblem.NOT_FOUND.exception();
      case OWN_SHIFT -> ShiftProblem.OWN_SHIFT.exception();
      case NOT_YOUR_SHIFT -> ShiftProblem.NOT_YOUR_SHIFT.exception();
      case SHIFT_OVER -> ShiftProblem.SHIFT_OVER.exception();
    };
  }

  private static ResponseEntity<Map<String, Object>> left(Guarded<KeptShift> now) {
    return ResponseEntity.created(URI.create(SHIFTS + "/" + now.id()))
        .eTag(ETags.of(now.version()))
        .body(Map.of("shift", now.id()));
  }

  private static ResponseEntity<Map<String, Object>> done(Guarded<KeptShift> now) {
    return ResponseEntity.ok().eTag(ETags.of(now.version())).body(Map.of("shift", now.id()));
  }

  private Map<String, Object> json(String id, Shift shift, long version) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("shift", id);
    json.put("version", version);
    json.put("leftBy", shift.leftBy());
    json.put("leftAt", shift.leftAt().toString());
    json.put("acceptBy", shift.acceptBy().toString());
    json.put("overdue", shift.isOverdue(clock.instant()));
    Shift.Over over = shift.over();
    if (over != null) {
      json.put("over", Map.of("how", over.how(), "by", over.by(), "at", over.at().toString()));
    }
    return json;
  }
}
