package org.homeward.intake.holds;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.frame.web.Fields;
import org.homeward.intake.cases.CaseCommand;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.Code;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.PoliceRelease;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Decides what the police may know: a report is released to them, told by phone, or held. */
@RestController
class HoldsController {

  private static final Pattern DESK = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern LINE = Pattern.compile("[^\\p{Cc}]{1,100}");

  private final LookAtCase lookAtCase;
  private final ChangeCase changeCase;
  private final Clock clock;

  HoldsController(LookAtCase lookAtCase, ChangeCase changeCase, Clock clock) {
    this.lookAtCase = lookAtCase;
    this.changeCase = changeCase;
    this.clock = clock;
  }

  @PostMapping(
      path = "/api/v1/cases/{id}/reports/{report}/release",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> release(
      @PathVariable String id,
      @PathVariable String report,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    LookAtCase.Seen seen = HttpAnswers.found(lookAtCase.at(id, Viewer.of(caller)));
    Fields fields = Fields.of(body);
    String desk = fields.requiredText("desk", DESK);
    String reason = fields.lines("reason", 500);
    PoliceRelease release = release(fields, desk);
    fields.check();
    var wish = new CaseCommand.Release(report, release, reason, caller.is(Role.SUPERVISOR));
    return read.first(
        version ->
            HttpAnswers.of(
                changeCase.change(seen, version, HttpAnswers.command(command), wish)));
  }

  @PostMapping(
      path = "/api/v1/cases/{id}/reports/{report}/hold",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> hold(
      @PathVariable String id,
      @PathVariable String report,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    LookAtCase.Seen seen = HttpAnswers.found(lookAtCase.at(id, Viewer.of(caller)));
    Fields fields = Fields.of(body);
    Set<HoldReason> reasons =
        EnumSet.complementOf(
            EnumSet.of(HoldReason.OTHER, HoldReason.UNDECIDED, HoldReason.FOREIGN_CASE));
    HoldReason reason = fields.requiredCode("reason", reasons);
    fields.check();
    var wish = new CaseCommand.Hold(report, reason, caller.is(Role.SUPERVISOR));
    return read.first(
        version ->
            HttpAnswers.of(
                changeCase.change(seen, version, HttpAnswers.command(command), wish)));
  }

  /** By feed with a basis, or told by phone with the time and the desk's own reference. */
  private PoliceRelease release(Fields fields, String desk) {
    if (fields.has("ref")) {
      return new PoliceRelease.ByPhone(desk, clock.instant(), fields.requiredText("ref", LINE));
    }
    Set<Basis> bases = EnumSet.complementOf(EnumSet.of(Basis.OTHER, Basis.CONSENT));
    return new PoliceRelease.Released(desk, Code.of(fields.requiredCode("basis", bases)));
  }
}
