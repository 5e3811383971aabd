package org.homeward.bridge.handovers.desk;

import static org.homeward.bridge.handovers.desk.HandoversController.HANDOVERS;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.homeward.bridge.handovers.ChangeHandover;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.HandoverDecision;
import org.homeward.bridge.handovers.Held;
import org.homeward.bridge.handovers.Owned;
import org.homeward.bridge.sight.SeenCase;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.bridge.bodies.AnswerReason;
import org.homeward.schema.bridge.bodies.Ask;
import org.homeward.schema.bridge.bodies.BrakeReason;
import org.homeward.schema.bridge.bodies.ProposalKind;
import org.homeward.schema.disclosure.Ground;
import org.homeward.schema.snapshots.RecallReason;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The moves of people with a handover. */
@RestController
final class MovesController {

  private static final String ONE = HANDOVERS + "/{id}";
  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._/-]{1,64}");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern SIGHTING =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[48][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

  private final ViewHandovers viewHandovers;
  private final ChangeHandover changeHandover;
  private final SayToOwner sayToOwner;
  private final SaidFound saidFound;

  MovesController(
      ViewHandovers viewHandovers,
      ChangeHandover changeHandover,
      SayToOwner sayToOwner,
      SaidFound saidFound) {
    this.viewHandovers = viewHandovers;
    this.changeHandover = changeHandover;
    this.sayToOwner = sayToOwner;
    this.saidFound = saidFound;
  }

  @PostMapping(ONE + "/acknowledge")
  ResponseEntity<Map<String, Object>> acknowledge(
      @PathVariable String id, IfMatch seen, RequestCommand command, Caller caller) {
    return answer(id, seen, command, MessageType.ACKNOWLEDGED, caller);
  }

  @PostMapping(ONE + "/accept")
  ResponseEntity<Map<String, Object>> accept(
      @PathVariable String id, IfMatch seen, RequestCommand command, Caller caller) {
    return answer(id, seen, command, MessageType.ACCEPTED, caller);
  }

  @PostMapping(ONE + "/check")
  ResponseEntity<Map<String, Object>> check(
      @PathVariable String id, IfMatch seen, RequestCommand command, Caller caller) {
    return answer(id, seen, command, MessageType.CHECKED, caller);
  }

  @PostMapping(path = ONE + "/reject", consumes = JSON)
  ResponseEntity<Map<String, Object>> reject(
      @PathVariable String id,
      @RequestBody byte[] body,
      IfMatch seen,
      RequestCommand command,
      Caller caller) {
    SeenCase proof = seen(id, caller).proof();
    Fields fields = Fields.of(body);
    AnswerReason reason = fields.requiredCode("reason", EnumSet.allOf(AnswerReason.class));
    fields.check();
    return answer(proof, seen, command, MessageType.REJECTED, reason, List.of());
  }

  @PostMapping(path = ONE + "/counter", consumes = JSON)
  ResponseEntity<Map<String, Object>> counter(
      @PathVariable String id,
      @RequestBody byte[] body,
      IfMatch seen,
      RequestCommand command,
      Caller caller) {
    SeenCase proof = seen(id, caller).proof();
    Fields fields = Fields.of(body);
    Set<Ask> asks = fields.codes("asks", EnumSet.complementOf(EnumSet.of(Ask.OTHER)));
    AnswerReason reason = fields.requiredCode("reason", EnumSet.allOf(AnswerReason.class));
    fields.check();
    return answer(proof, seen, command, MessageType.COUNTERED, reason, List.copyOf(asks));
  }

  @PostMapping(ONE + "/renew")
  ResponseEntity<Map<String, Object>> renew(
      @PathVariable String id, RequestCommand command, Caller caller) {
    return answer(changeHandover.renewed(seen(id, caller).proof(), Commands.of(command)));
  }

  @PostMapping(path = ONE + "/recall", consumes = JSON)
  ResponseEntity<Map<String, Object>> recall(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    ViewHandovers.SeenHandover seen =
        viewHandovers.oneToRecall(id, caller).orElseThrow(FaceProblem.NOT_FOUND::exception);
    Fields fields = Fields.of(body);
    RecallReason reason =
        fields.requiredCode(
            "reason", EnumSet.of(RecallReason.FOUND, RecallReason.WITHDRAWN, RecallReason.MISTAKE));
    fields.check();
    String caseId = seen.proof().caseId();
    return answer(
        changeHandover.recalled(
            seen.proof(),
            Commands.of(command),
            reason,
            () -> reason == RecallReason.FOUND && !saidFound.isOrNobodyCanTell(caseId)));
  }

  /**
   * Answers alike whatever the id names, and whether it is a person's to see, so that a brake tells
   * nobody anything.
   */
  @PostMapping(path = ONE + "/brake", consumes = JSON)
  ResponseEntity<Map<String, Object>> brake(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Fields fields = Fields.of(body);
    BrakeReason reason = fields.requiredCode("reason", EnumSet.allOf(BrakeReason.class));
    String reference = fields.text("policeReference", REFERENCE);
    fields.check();
    if (!ID.matcher(id).matches()) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    WriteOutcome.OfRequest<Handover, HandoverDecision<Held>> _ =
        sayToOwner.brake(id, Commands.of(command), reason, reference, caller.person());
    return ResponseEntity.ok(Map.of("handover", id));
  }

  @PostMapping(path = ONE + "/proposals", consumes = JSON)
  ResponseEntity<Map<String, Object>> propose(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    SeenCase proof = seen(id, caller).proof();
    Fields fields = Fields.of(body);
    ProposalKind what =
        fields.requiredCode("what", EnumSet.complementOf(EnumSet.of(ProposalKind.OTHER)));
    if (what != ProposalKind.SIGHTING_WITHDRAWN) {
      fields.check();
      return answer(sayToOwner.propose(proof, Commands.of(command), what));
    }
    String sighting = fields.requiredText("sighting", SIGHTING);
    fields.check();
    return answer(sayToOwner.withdraw(proof, Commands.of(command), sighting));
  }

  @PostMapping(path = ONE + "/grounds", consumes = JSON)
  ResponseEntity<Map<String, Object>> justify(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    ViewHandovers.SeenHandover seen = seen(id, caller);
    Fields fields = Fields.of(body);
    fields.requiredCode("ground", EnumSet.of(Ground.VITAL_INTEREST));
    String justification = fields.requiredText("justification", CODE);
    String reference = fields.requiredText("reference", REFERENCE);
    fields.check();
    Command once = Commands.of(command);
    return switch (seen.state()) {
      case Owned _ ->
          answer(changeHandover.justifiedOffer(seen.proof(), once, justification, reference));
      case Held _ ->
          answer(changeHandover.justifiedSighting(seen.proof(), once, justification, reference));
    };
  }

  private ViewHandovers.SeenHandover seen(String id, Caller caller) {
    return viewHandovers.one(id, caller).orElseThrow(FaceProblem.NOT_FOUND::exception);
  }

  private ResponseEntity<Map<String, Object>> answer(
      String id, IfMatch seen, RequestCommand command, MessageType what, Caller caller) {
    return answer(seen(id, caller).proof(), seen, command, what, null, List.of());
  }

  private ResponseEntity<Map<String, Object>> answer(
      SeenCase proof,
      IfMatch seen,
      RequestCommand command,
      MessageType what,
      @Nullable AnswerReason reason,
      List<Ask> asks) {
    Command once = Commands.of(command);
    return seen.first(
        version -> answer(sayToOwner.answer(proof, version, once, what, reason, asks)));
  }

  private static <H extends Handover> ResponseEntity<Map<String, Object>> answer(
      WriteOutcome.OfRequest<Handover, HandoverDecision<H>> outcome) {
    Guarded<Handover> now = HandoverAnswers.of(outcome);
    return ResponseEntity.ok().eTag(ETags.of(now.version())).body(HandoverAnswers.line(now));
  }
}
