package org.homeward.intake.tips;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.homeward.durable.document.Guarded;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.conditional.SafeToRepeat;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.frame.web.Outcomes;
import org.homeward.intake.cases.CaseDecision;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.rulings.EraseReason;
import org.homeward.intake.tips.TipCommand.TipDecision;
import org.homeward.schema.json.SaysCodec;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * A person puts a tip on the map, grades it, ties it, makes it a report or sends it to the owner
 * abroad, lays it aside, erases it.
 */
@RestController
class TriageController {

  private static final String TIP = PublicTipsController.TIPS + "/{id}";
  private static final Set<EraseReason> REASONS_TO_ERASE =
      EnumSet.of(
          EraseReason.SUBJECT_REQUEST, EraseReason.OPENED_BY_MISTAKE, EraseReason.COURT_ORDER);

  private final LookAtTip lookAtTip;
  private final ChangeTip changeTip;
  private final FileTip fileTip;
  private final LookAtCase lookAtCase;
  private final Clock clock;

  TriageController(
      LookAtTip lookAtTip,
      ChangeTip changeTip,
      FileTip fileTip,
      LookAtCase lookAtCase,
      Clock clock) {
    this.lookAtTip = lookAtTip;
    this.changeTip = changeTip;
    this.fileTip = fileTip;
    this.lookAtCase = lookAtCase;
    this.clock = clock;
  }

  @PostMapping(path = TIP + "/locate", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> locate(
      @PathVariable String id,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    LookAtTip.SeenTip seen = look(id, caller);
    Fields fields = Fields.of(body);
    double latitude = fields.requiredDecimal("latitude", -90, 90);
    double longitude = fields.requiredDecimal("longitude", -180, 180);
    int within = fields.requiredNumber("withinMetres", 0, TipBody.METRES);
    fields.check();
    var spot = new Spot(latitude, longitude, within, caller.person(), clock.instant());
    return changed(seen, read, command, new TipCommand.Locate(spot));
  }

  @PostMapping(path = TIP + "/grade", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> grade(
      @PathVariable String id,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    LookAtTip.SeenTip seen = look(id, caller);
    Fields fields = Fields.of(body);
    Tip.Grade grade = TipBody.grade(fields, caller.person(), clock.instant());
    fields.check();
    return changed(seen, read, command, new TipCommand.Grade(grade));
  }

  /** The person sees both: the tip and the case. */
  @PostMapping(path = TIP + "/tie", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> tie(
      @PathVariable String id,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    LookAtTip.SeenTip seen = look(id, caller);
    Fields fields = Fields.of(body);
    String caseId = fields.requiredText("case", TipBody.ID);
    fields.check();
    LookAtCase.Seen of = HttpAnswers.found(lookAtCase.at(caseId, Viewer.of(caller)));
    return changed(seen, read, command, tie(of, clock.instant()));
  }

  /** To a case that the person sees. */
  static TipCommand.Tie tie(LookAtCase.Seen of, Instant now) {
    if (of.isErased()) {
      throw asOfCase(CaseDecision.Refusal.CASE_ERASED); // upholds 7
    }
    return new TipCommand.Tie(of.id(), of.exercise(), of.hasEnded() ? now : null, of.person());
  }

  @PostMapping(path = TIP + "/no-use", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> layAside(
      @PathVariable String id,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    LookAtTip.SeenTip seen = look(id, caller);
    Fields fields = Fields.of(body);
    String reason = fields.requiredLines("reason", TipBody.REASON);
    fields.check();
    var why = new Tip.NoUse(reason, caller.person(), clock.instant());
    return changed(seen, read, command, new TipCommand.NoUse(why));
  }

  /** Before its time: a person has asked for it, or a court, or it is none. */
  @PostMapping(path = TIP + "/erase", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> erase(
      @PathVariable String id,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    LookAtTip.SeenTip seen = look(id, caller);
    Fields fields = Fields.of(body);
    EraseReason reason = fields.requiredCode("reason", REASONS_TO_ERASE);
    fields.check();
    var erase = new TipCommand.Erase(reason, caller.person(), caller.roles(), false);
    return changed(seen, read, command, erase);
  }

  @PostMapping(TIP + "/report")
  @SafeToRepeat("one report comes of a tip, whoever presses and however often")
  ResponseEntity<Map<String, Object>> report(@PathVariable String id, IfMatch read, Caller caller) {
    LookAtTip.SeenTip seen = look(id, caller);
    return read.first(version -> reported(seen, version, caller));
  }

  private ResponseEntity<Map<String, Object>> reported(
      LookAtTip.SeenTip seen, OptionalLong version, Caller caller) {
    Tip tip = seen.tip();
    if (tip.report() != null && tip.caseId() != null) {
      return reported(seen.id(), tip.caseId(), tip.report());
    }
    if (version.isPresent() && version.getAsLong() != seen.version()) {
      throw FaceProblem.PRECONDITION_FAILED.exception();
    }
    String caseId = tip.tie().orElseThrow(TipProblem.TIP_NOT_TIED::exception);
    if (tip.grade() == null) {
      throw TipProblem.TIP_NOT_GRADED.exception();
    }
    LookAtCase.Seen of = HttpAnswers.found(lookAtCase.at(caseId, Viewer.of(caller)));
    return switch (fileTip.file(seen, of)) {
      case FileTip.Filed.Done(String to, String report) -> reported(seen.id(), to, report);
      case FileTip.Filed.Refused(var why) -> throw HttpAnswers.refusal(why);
      case FileTip.Filed.Broken(var rules) ->
          throw FaceProblem.INVALID.problem().errors(rules).exception();
      case FileTip.Filed.Gone() -> throw FaceProblem.NOT_FOUND.exception();
    };
  }

  /** What the owner of its case would be told; the reader sees it first, and nothing is sent. */
  @GetMapping(TIP + "/sighting")
  ResponseEntity<Map<String, Object>> sighting(@PathVariable String id, Caller caller) {
    LookAtTip.SeenTip seen = look(id, caller);
    LookAtCase.Seen of = tied(seen, caller);
    if (seen.tip().sent() != null) {
      throw TipProblem.TIP_SENT.exception(); // upholds 2
    }
    return ResponseEntity.ok()
        .eTag(ETags.of(seen.version()))
        .body(
            Map.of(
                "tip",
                seen.id(),
                "case",
                of.id(),
                "handover",
                abroad(of),
                "exercise",
                of.exercise(),
                "says",
                SaysCodec.write(FileTip.says(seen.tip())))); // upholds 8
  }

  /**
   * Records that the bridge took the sighting, or its withdrawal, for the owner. The owner's answer
   * stands in the handover.
   */
  @PostMapping(path = TIP + "/sent", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> sent(
      @PathVariable String id,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    LookAtTip.SeenTip seen = look(id, caller);
    Fields fields = Fields.of(body);
    String handover = fields.requiredText("handover", TipBody.ID);
    String sighting = fields.requiredText("sighting", TipBody.ID);
    boolean isBack = fields.has("takenBack") && fields.requiredBoolean("takenBack");
    fields.check();
    if (!abroad(tied(seen, caller)).equals(handover)) {
      throw FaceProblem.INVALID.problem().error("/handover", "of-another-case").exception();
    }
    Instant now = clock.instant();
    var back = isBack ? new Tip.TakenBack(caller.person(), now) : null;
    var sent = new Tip.Sent(handover, sighting, caller.person(), now, back);
    return changed(seen, read, command, new TipCommand.Send(sent));
  }

  /** The case of a graded tip, as far as the person sees both. */
  private LookAtCase.Seen tied(LookAtTip.SeenTip seen, Caller caller) {
    String caseId = seen.tip().tie().orElseThrow(TipProblem.TIP_NOT_TIED::exception);
    if (seen.tip().grade() == null) {
      throw TipProblem.TIP_NOT_GRADED.exception();
    }
    return HttpAnswers.found(lookAtCase.at(caseId, Viewer.of(caller)));
  }

  private static String abroad(LookAtCase.Seen of) {
    return of.handover().orElseThrow(TipProblem.TIP_NOT_ABROAD::exception); // upholds 5
  }

  private static ResponseEntity<Map<String, Object>> reported(
      String tip, String caseId, String report) {
    return ResponseEntity.ok(Map.of("tip", tip, "case", caseId, "report", report));
  }

  private LookAtTip.SeenTip look(String id, Caller caller) {
    return lookAtTip.at(id, Viewer.of(caller)).orElseThrow(FaceProblem.NOT_FOUND::exception);
  }

  private ResponseEntity<Map<String, Object>> changed(
      LookAtTip.SeenTip seen, IfMatch read, RequestCommand command, TipCommand wish) {
    return read.first(
        version ->
            done(
                Outcomes.now(
                    changeTip.change(seen, version, Commands.of(command), wish),
                    TriageController::refusalOf)));
  }

  static Optional<ProblemException> refusalOf(TipDecision decision) {
    return decision instanceof TipDecision.Refused(var why)
        ? Optional.of(refusal(why))
        : Optional.empty();
  }

  static ProblemException refusal(TipCommand.Refusal why) {
    return switch (why) {
      case NO_SUCH_TIP -> FaceProblem.NOT_FOUND.exception();
      case TIP_TIED -> TipProblem.TIP_TIED.exception();
      case TIP_REPORTED -> TipProblem.TIP_REPORTED.exception();
      case TIP_SENT -> TipProblem.TIP_SENT.exception();
      case TIP_NOT_SENT -> TipProblem.TIP_NOT_SENT.exception();
      case NOT_TAKEN_BACK -> TipProblem.TIP_NOT_TAKEN_BACK.exception();
      case ANOTHER_PERSON_NEEDED -> asOfCase(CaseDecision.Refusal.ANOTHER_PERSON_NEEDED);
      case EXERCISE_AND_REAL -> asOfCase(CaseDecision.Refusal.EXERCISE_AND_REAL);
      case NO_PICTURE -> FaceProblem.NOT_FOUND.exception();
      case SUPERVISOR_LOOKS_FIRST -> TipProblem.TIP_SUPERVISOR_FIRST.exception();
      case PICTURE_UNSEEN -> TipProblem.TIP_PICTURE_UNSEEN.exception();
      case PICTURE_LOCKED -> TipProblem.TIP_PICTURE_LOCKED.exception();
      case PICTURE_NOT_LOCKED -> TipProblem.TIP_PICTURE_NOT_LOCKED.exception();
      case PICTURE_NOT_HANDED_OVER -> TipProblem.TIP_PICTURE_NOT_HANDED_OVER.exception();
      case PICTURE_HANDED_OVER -> TipProblem.TIP_PICTURE_HANDED_OVER.exception();
      case PICTURE_GONE -> TipProblem.TIP_PICTURE_GONE.exception();
    };
  }

  private static ProblemException asOfCase(CaseDecision.Refusal why) {
    return HttpAnswers.refusal(new CaseDecision.Refused(why, Set.of()));
  }

  private static String standing(KeptTip state) {
    return switch (state) {
      case Tip tip -> tip.standing().name();
      case GoneTip _ -> "ERASED";
    };
  }

  static ResponseEntity<Map<String, Object>> done(Guarded<KeptTip> now) {
    return ResponseEntity.ok()
        .eTag(ETags.of(now.version()))
        .body(
            TipJson.isPictureToGo(now.state())
                ? Map.of("tip", now.id(), "standing", standing(now.state()), "waits", true)
                : Map.of("tip", now.id(), "standing", standing(now.state())));
  }
}
