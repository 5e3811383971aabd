package org.homeward.intake.endings;

import java.util.EnumSet;
import java.util.Map;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.frame.web.Fields;
import org.homeward.intake.cases.CaseCommand;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.rulings.EraseReason;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.people.Verification;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Children that are located or whose episode ends, and cases that are erased. */
@RestController
class EndingsController {

  private final LookAtCase lookAtCase;
  private final ChangeCase changeCase;

  EndingsController(LookAtCase lookAtCase, ChangeCase changeCase) {
    this.lookAtCase = lookAtCase;
    this.changeCase = changeCase;
  }

  @PostMapping("/api/v1/cases/{id}/children/{child}/located")
  ResponseEntity<Map<String, Object>> located(
      @PathVariable String id, @PathVariable String child, RequestCommand command, Caller caller) {
    LookAtCase.Seen seen = HttpAnswers.found(lookAtCase.toEnd(id, Viewer.of(caller)));
    return HttpAnswers.to(changeCase, seen, command, new CaseCommand.Locate(child));
  }

  @PostMapping(
      path = "/api/v1/cases/{id}/children/{child}/end",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> end(
      @PathVariable String id,
      @PathVariable String child,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    LookAtCase.Seen seen = HttpAnswers.found(lookAtCase.toEnd(id, Viewer.of(caller)));
    Fields fields = Fields.of(body);
    Outcome outcome =
        fields.requiredCode("outcome", EnumSet.complementOf(EnumSet.of(Outcome.OTHER)));
    Verification verifiedBy =
        fields.requiredCode("verifiedBy", EnumSet.complementOf(EnumSet.of(Verification.OTHER)));
    String reference = fields.requiredText("reference", 100);
    fields.check();
    return HttpAnswers.to(
        changeCase, seen, command, new CaseCommand.End(child, outcome, verifiedBy, reference));
  }

  @PostMapping(path = "/api/v1/cases/{id}/erase", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> erase(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    LookAtCase.Seen seen = HttpAnswers.found(lookAtCase.toEnd(id, Viewer.of(caller)));
    Fields fields = Fields.of(body);
    EraseReason reason =
        fields.requiredCode("reason", EnumSet.complementOf(EnumSet.of(EraseReason.RECALLED)));
    fields.check();
    return HttpAnswers.to(changeCase, seen, command, new CaseCommand.Erase(reason, caller.roles()));
  }
}
