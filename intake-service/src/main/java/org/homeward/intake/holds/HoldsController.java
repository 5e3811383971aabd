package org.homeward.intake.holds;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.CaseCommand;
import org.homeward.intake.cases.CaseDecision;
import org.homeward.intake.cases.CaseTopic;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.registers.AddressRelease;
import org.homeward.schema.disclosure.DeskAddress.Addressed;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Report;
import org.homeward.schema.values.Code;
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

  /** Recorded instead of a label that names no desk; police are told all the same. */
  private static final String NO_DESK = "none";

  private static final Pattern LINE = Pattern.compile("[^\\p{Cc}]{1,100}");

  private final LookAtCase lookAtCase;
  private final ChangeCase changeCase;
  private final AddressRelease addressRelease;
  private final Clock clock;

  HoldsController(
      LookAtCase lookAtCase, ChangeCase changeCase, AddressRelease addressRelease, Clock clock) {
    this.lookAtCase = lookAtCase;
    this.changeCase = changeCase;
    this.addressRelease = addressRelease;
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
    String desk = fields.fitting("desk", DESK).orElse(NO_DESK);
    String reason = fields.lines("reason", 500);
    PoliceRelease release = release(fields, desk);
    fields.check();
    var wish = new CaseCommand.Release(report, release, reason, caller.is(Role.SUPERVISOR));
    return read.first(
        version -> told(changeCase.change(seen, version, Commands.of(command), wish)));
  }

  /** The answer says which desks read it now, and why all do if nobody can be sure. */
  private ResponseEntity<Map<String, Object>> told(
      WriteOutcome.OfRequest<KeptCase, CaseDecision> outcome) {
    ResponseEntity<Map<String, Object>> answer = HttpAnswers.of(outcome);
    Map<String, Object> json = new LinkedHashMap<>(requireNonNull(answer.getBody()));
    now(outcome)
        .map(CaseTopic::snapshot)
        .filter(told -> told.reports().stream().anyMatch(Report::isReleased))
        .map(addressRelease::of)
        .ifPresent(addressed -> json.put("police", police(addressed)));
    return new ResponseEntity<>(json, answer.getHeaders(), answer.getStatusCode());
  }

  private static Optional<Case> now(WriteOutcome.OfRequest<KeptCase, CaseDecision> outcome) {
    KeptCase state =
        switch (outcome) {
          case WriteOutcome.Written(var now, _) -> now.state();
          case WriteOutcome.Kept(var now, _) -> now.state();
          case WriteOutcome.Repeated(var now, _) -> now.state();
          case WriteOutcome.Stale(var now) -> now.state();
          case WriteOutcome.KeyReused<KeptCase, CaseDecision> _,
              WriteOutcome.Absent<KeptCase, CaseDecision> _ ->
              null;
        };
    return state instanceof Case live ? Optional.of(live) : Optional.empty();
  }

  private static Map<String, Object> police(Addressed addressed) {
    return Map.of(
        "desks",
        addressed.desks().stream()
            .map(desk -> Map.of("id", desk.id(), "name", desk.name()))
            .toList(),
        "doubts",
        addressed.doubts());
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
        version -> HttpAnswers.of(changeCase.change(seen, version, Commands.of(command), wish)));
  }

  /** By feed with a basis, or told by phone: when, to whom, and the desk's reference or none. */
  private PoliceRelease release(Fields fields, String desk) {
    if (fields.has("ref") || fields.has("officer")) {
      Instant now = clock.instant();
      Instant at = requireNonNullElse(fields.instant("at"), now);
      if (at.isAfter(now)) {
        fields.wrong("at", "in-future");
      }
      String ref = requireNonNullElse(fields.text("ref", LINE), PoliceRelease.ByPhone.NO_REFERENCE);
      return new PoliceRelease.ByPhone(
          desk, at.truncatedTo(ChronoUnit.MILLIS), ref, fields.text("officer", LINE));
    }
    Set<Basis> bases = EnumSet.complementOf(EnumSet.of(Basis.OTHER, Basis.CONSENT));
    return new PoliceRelease.Released(desk, Code.of(fields.requiredCode("basis", bases)));
  }
}
