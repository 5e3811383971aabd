package org.homeward.intake.lifts;

import java.util.Map;
import java.util.TreeMap;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.frame.web.Fields;
import org.homeward.intake.cases.CaseCommand;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Persons lift freezes and answer brakes, so that a case goes on. */
@RestController
class LiftsController {

  private static final int MOST_FREEZES = 1_000_000;
  private static final int LONGEST_REASON = 500;
  private static final String BRAKES = "brakes";

  private final LookAtCase lookAtCase;
  private final ChangeCase changeCase;
  private final FollowNodeStop nodeStops;

  LiftsController(LookAtCase lookAtCase, ChangeCase changeCase, FollowNodeStop nodeStops) {
    this.lookAtCase = lookAtCase;
    this.changeCase = changeCase;
    this.nodeStops = nodeStops;
  }

  @PostMapping(path = "/api/v1/cases/{id}/freeze/lift", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> lift(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    LookAtCase.Seen seen = HttpAnswers.found(lookAtCase.at(id, Viewer.of(caller)));
    Fields fields = Fields.of(body);
    int freeze = fields.requiredNumber("freeze", 1, MOST_FREEZES);
    String reason = fields.requiredLines("reason", LONGEST_REASON);
    fields.check();
    var wish = new CaseCommand.Lift(freeze, nodeStops.last().orElse(null), reason, caller.roles());
    return HttpAnswers.to(changeCase, seen, command, wish);
  }

  @PostMapping(path = "/api/v1/cases/{id}/brake/end", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> endBrake(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    LookAtCase.Seen seen = HttpAnswers.found(lookAtCase.at(id, Viewer.of(caller)));
    Fields fields = Fields.of(body);
    Map<String, Long> brakes = brakes(fields);
    String reason = fields.requiredLines("reason", LONGEST_REASON);
    fields.check();
    return HttpAnswers.to(changeCase, seen, command, new CaseCommand.EndBrake(brakes, reason));
  }

  /** Count by id of the handover. */
  private static Map<String, Long> brakes(Fields fields) {
    Map<String, Long> brakes = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : fields.object(BRAKES).properties()) {
      JsonNode count = each.getValue();
      if (count.isIntegralNumber() && count.canConvertToLong() && count.longValue() > 0) {
        brakes.put(each.getKey(), count.longValue());
      } else {
        // The key is the sender's and not echoed.
        fields.wrong(BRAKES, "wrong-count");
      }
    }
    if (brakes.isEmpty()) {
      fields.wrong(BRAKES, "required");
    }
    return brakes;
  }
}
