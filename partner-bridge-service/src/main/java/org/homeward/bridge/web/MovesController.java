package org.homeward.bridge.web;

import static org.homeward.bridge.web.HandoversController.HANDOVERS;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.homeward.bridge.handovers.ChangeHandover;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.Held;
import org.homeward.bridge.handovers.HolderEvent;
import org.homeward.bridge.handovers.Owned;
import org.homeward.bridge.handovers.OwnerEvent;
import org.homeward.bridge.handovers.SayToOwner;
import org.homeward.bridge.telling.CheckSighting;
import org.homeward.durable.document.Check;
import org.homeward.durable.document.Command;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.Violation;
import org.homeward.frame.web.Fields;
import org.homeward.schema.bridge.AnswerReason;
import org.homeward.schema.bridge.Ask;
import org.homeward.schema.bridge.BrakeReason;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.bridge.ProposalKind;
import org.homeward.schema.disclosure.Ground;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.RecallReason;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.Invalid;
import org.homeward.schema.json.SaysCodec;
import org.homeward.schema.json.SaysRules;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What people do with a handover. */
@RestController
public class MovesController {

  private static final String ONE = HANDOVERS + "/{id}";
  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._/-]{1,64}");
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

  private final ChangeHandover changeHandover;
  private final SayToOwner sayToOwner;
  private final CheckSighting checkSighting;
  private final Clock clock;

  public MovesController(
      ChangeHandover changeHandover,
      SayToOwner sayToOwner,
      CheckSighting checkSighting,
      Clock clock) {
    this.changeHandover = changeHandover;
    this.sayToOwner = sayToOwner;
    this.checkSighting = checkSighting;
    this.clock = clock;
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
    Fields fields = Fields.of(body);
    AnswerReason reason = fields.requiredCode("reason", EnumSet.allOf(AnswerReason.class));
    fields.check();
    return seen.first(
        version ->
            Answers.of(
                sayToOwner.answer(
                    id,
                    version,
                    Answers.command(command),
                    MessageType.REJECTED,
                    reason,
                    List.of(),
                    caller.person())));
  }

  @PostMapping(path = ONE + "/counter", consumes = JSON)
  ResponseEntity<Map<String, Object>> counter(
      @PathVariable String id,
      @RequestBody byte[] body,
      IfMatch seen,
      RequestCommand command,
      Caller caller) {
    Fields fields = Fields.of(body);
    Set<Ask> asks = fields.codes("asks", EnumSet.complementOf(EnumSet.of(Ask.OTHER)));
    AnswerReason reason = fields.requiredCode("reason", EnumSet.allOf(AnswerReason.class));
    fields.check();
    return seen.first(
        version ->
            Answers.of(
                sayToOwner.answer(
                    id,
                    version,
                    Answers.command(command),
                    MessageType.COUNTERED,
                    reason,
                    List.copyOf(asks),
                    caller.person())));
  }

  @PostMapping(path = ONE + "/recall", consumes = JSON)
  ResponseEntity<Map<String, Object>> recall(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Fields fields = Fields.of(body);
    RecallReason reason =
        fields.requiredCode(
            "reason", EnumSet.of(RecallReason.FOUND, RecallReason.WITHDRAWN, RecallReason.MISTAKE));
    fields.check();
    return Answers.of(
        changeHandover.owned(
            id,
            List.of(Check.once(Answers.command(command))),
            caller.person(),
            new OwnerEvent.RecallIt(reason)));
  }

  @PostMapping(path = ONE + "/brake", consumes = JSON)
  ResponseEntity<Map<String, Object>> brake(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Fields fields = Fields.of(body);
    BrakeReason reason = fields.requiredCode("reason", EnumSet.allOf(BrakeReason.class));
    String reference = fields.text("policeReference", REFERENCE);
    fields.check();
    return Answers.of(
        sayToOwner.brake(id, Answers.command(command), reason, reference, caller.person()));
  }

  @PostMapping(path = ONE + "/proposals", consumes = JSON)
  ResponseEntity<Map<String, Object>> propose(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Fields fields = Fields.of(body);
    ProposalKind what =
        fields.requiredCode("what", EnumSet.complementOf(EnumSet.of(ProposalKind.OTHER)));
    fields.check();
    return Answers.of(sayToOwner.propose(id, Answers.command(command), what, caller.person()));
  }

  @PostMapping(path = ONE + "/sightings", consumes = JSON)
  ResponseEntity<Map<String, Object>> sight(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Held held = held(id);
    Fields fields = Fields.of(body);
    Says says = says(fields, held);
    Basis basis = fields.requiredCode("basis", EnumSet.complementOf(EnumSet.of(Basis.OTHER)));
    fields.check();
    checkSighting
        .against(held)
        .ifPresent(
            refused -> {
              throw BridgeProblem.of(refused).exception();
            });
    Command sighted = Answers.command(command);
    return Answers.of(
        sayToOwner.sight(id, sighted, says, basis, caller.person()),
        Map.of("sighting", sayToOwner.sightingOf(sighted)));
  }

  private Held held(String id) {
    return switch (changeHandover.find(id).orElseThrow(FaceProblem.NOT_FOUND::exception).state()) {
      case Held held -> held;
      case Owned _ -> throw BridgeProblem.NOT_THE_HOLDER.exception();
    };
  }

  private Says says(Fields fields, Held held) {
    if (!fields.has("says")) {
      fields.wrong("says", "required");
    }
    try {
      Says says = SaysCodec.read(fields.object("says"));
      fields.wrong(violations(SaysRules.check(says, clock.instant())));
      Set<String> known = held.content() == null ? Set.of() : held.content().children().keySet();
      if (!known.containsAll(says.children().keySet())) {
        fields.wrong("says/children", "unknown-child");
      }
      return says;
    } catch (Invalid e) {
      fields.wrong(violations(e.violations()));
      return Says.EMPTY;
    }
  }

  private static List<Violation> violations(List<org.homeward.schema.json.Violation> violations) {
    return violations.stream().map(v -> new Violation("/says" + v.pointer(), v.rule())).toList();
  }

  @PostMapping(path = ONE + "/grounds", consumes = JSON)
  ResponseEntity<Map<String, Object>> justify(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Fields fields = Fields.of(body);
    fields.requiredCode("ground", EnumSet.of(Ground.VITAL_INTEREST));
    String justification = fields.requiredText("justification", CODE);
    String reference = fields.requiredText("reference", REFERENCE);
    fields.check();
    Handover state = changeHandover.find(id).orElseThrow(FaceProblem.NOT_FOUND::exception).state();
    String by = caller.person();
    return switch (state) {
      case Owned _ ->
          Answers.of(
              changeHandover.owned(
                  id,
                  List.of(Check.once(Answers.command(command))),
                  by,
                  new OwnerEvent.Justify(by, justification, reference)));
      case Held _ ->
          Answers.of(
              changeHandover.held(
                  id,
                  List.of(Check.once(Answers.command(command))),
                  by,
                  new HolderEvent.Justify(by, justification, reference)));
    };
  }

  private ResponseEntity<Map<String, Object>> answer(
      String id, IfMatch seen, RequestCommand command, MessageType what, Caller caller) {
    return seen.first(
        version ->
            Answers.of(
                sayToOwner.answer(
                    id,
                    version,
                    Answers.command(command),
                    what,
                    null,
                    List.of(),
                    caller.person())));
  }
}
