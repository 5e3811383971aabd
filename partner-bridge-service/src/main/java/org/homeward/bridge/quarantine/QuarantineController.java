package org.homeward.bridge.quarantine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.homeward.bridge.problems.BridgeProblem;
import org.homeward.durable.document.Guarded;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows whether the bridge is in quarantine, and lets two people open it. */
@RestController
final class QuarantineController {

  private final KeepQuarantine quarantine;

  QuarantineController(KeepQuarantine quarantine) {
    this.quarantine = quarantine;
  }

  @GetMapping("/api/v1/quarantine")
  Map<String, Object> show() {
    return json(quarantine.find().map(Guarded::state).orElse(null));
  }

  /** The first person proposes, another one's call opens. */
  @PostMapping("/api/v1/quarantine/open")
  ResponseEntity<Map<String, Object>> open(RequestCommand command, Caller caller) {
    return switch (quarantine.open(Commands.of(command), caller.person())) {
      case KeepQuarantine.QuarantineOpening.Done(Guarded<Quarantine> now) ->
          ResponseEntity.ok(json(now.state()));
      case KeepQuarantine.QuarantineOpening.SamePerson() ->
          throw BridgeProblem.ANOTHER_PERSON_NEEDED.exception();
      case KeepQuarantine.QuarantineOpening.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
      case KeepQuarantine.QuarantineOpening.NotClosed() -> ResponseEntity.ok(json(null));
    };
  }

  private static Map<String, Object> json(@Nullable Quarantine quarantine) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("quarantined", quarantine instanceof Quarantine.Standing);
    switch (quarantine) {
      case Quarantine.Standing standing -> {
        json.put("since", standing.since().toString());
        if (standing.proposedBy() != null) {
          json.put("proposedBy", standing.proposedBy());
        }
      }
      case Quarantine.Opened opened -> {
        json.put("openedBy", opened.by());
        json.put("openedWith", opened.with());
        json.put("openedAt", opened.at().toString());
      }
      case null -> {}
    }
    return json;
  }
}
