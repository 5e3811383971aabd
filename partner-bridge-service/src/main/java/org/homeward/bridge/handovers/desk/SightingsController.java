package org.homeward.bridge.handovers.desk;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.Held;
import org.homeward.bridge.handovers.Owned;
import org.homeward.bridge.problems.BridgeProblem;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Guarded;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.Violation;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.schema.facts.Basis;
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

/** Takes what people of a holder saw; a border that stands in the way is named at once. */
@RestController
final class SightingsController {

  private final ViewHandovers viewHandovers;
  private final SayToOwner sayToOwner;
  private final CheckSighting checkSighting;
  private final Clock clock;

  SightingsController(
      ViewHandovers viewHandovers,
      SayToOwner sayToOwner,
      CheckSighting checkSighting,
      Clock clock) {
    this.viewHandovers = viewHandovers;
    this.sayToOwner = sayToOwner;
    this.checkSighting = checkSighting;
    this.clock = clock;
  }

  @PostMapping(
      path = "/api/v1/handovers/{id}/sightings",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> sight(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    ViewHandovers.SeenHandover seen =
        viewHandovers.one(id, caller).orElseThrow(FaceProblem.NOT_FOUND::exception);
    Held held = held(seen.handover().state());
    Fields fields = Fields.of(body);
    Says says = says(fields, held);
    Basis basis = fields.requiredCode("basis", EnumSet.complementOf(EnumSet.of(Basis.OTHER)));
    fields.check();
    checkSighting
        .against(held)
        .ifPresent(
            refused -> {
              throw DisclosureProblem.of(refused);
            });
    Command sighted = Commands.of(command);
    Guarded<Handover> now =
        HandoverAnswers.of(sayToOwner.sight(seen.proof(), sighted, says, basis));
    Map<String, Object> answer = HandoverAnswers.line(now);
    answer.put("sighting", sayToOwner.sightingOf(sighted));
    return ResponseEntity.ok().eTag(ETags.of(now.version())).body(answer);
  }

  private static Held held(Handover state) {
    return switch (state) {
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
      if (says.sightings().size() > 1) {
        fields.wrong("says/sightings", "too-long");
      }
      if (says.audiences().containsKey("sightings")) {
        fields.wrong("says/audiences/sightings", "not-for-partners"); // upholds 6
      }
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
}
