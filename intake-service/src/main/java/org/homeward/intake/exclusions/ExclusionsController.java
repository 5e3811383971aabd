package org.homeward.intake.exclusions;

import java.util.Map;
import java.util.Set;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.frame.web.Fields;
import org.homeward.intake.cases.CaseCommand;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.staff.KnowStaff;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Keeps a case from more countries, nodes, desks and people, and shows it to some of them again.
 */
@RestController
class ExclusionsController {

  private static final int MOST = 50;
  private static final int LONGEST_REASON = 500;

  private final LookAtCase lookAtCase;
  private final ChangeCase changeCase;
  private final KnowStaff staff;

  ExclusionsController(LookAtCase lookAtCase, ChangeCase changeCase, KnowStaff staff) {
    this.lookAtCase = lookAtCase;
    this.changeCase = changeCase;
    this.staff = staff;
  }

  @PostMapping(path = "/api/v1/cases/{id}/not-to", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> add(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    LookAtCase.Seen seen = HttpAnswers.found(lookAtCase.at(id, Viewer.of(caller)));
    Fields fields = Fields.of(body);
    Set<String> entries = entries(fields);
    fields.check();
    var wish = new CaseCommand.KeepFrom(entries, caller.is(Role.SUPERVISOR), staff.now());
    return HttpAnswers.to(changeCase, seen, command, wish);
  }

  @PostMapping(path = "/api/v1/cases/{id}/not-to/lift", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> lift(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    LookAtCase.Seen seen = HttpAnswers.found(lookAtCase.at(id, Viewer.of(caller)));
    Fields fields = Fields.of(body);
    Set<String> entries = entries(fields);
    String reason = fields.requiredLines("reason", LONGEST_REASON);
    fields.check();
    var wish = new CaseCommand.ShowAgain(entries, reason, caller.roles());
    return HttpAnswers.to(changeCase, seen, command, wish);
  }

  private static Set<String> entries(Fields fields) {
    Set<String> entries = fields.texts("notTo", MOST, KeptCase.NOT_TO);
    if (entries.isEmpty()) {
      fields.wrong("notTo", "required");
    }
    return entries;
  }
}
