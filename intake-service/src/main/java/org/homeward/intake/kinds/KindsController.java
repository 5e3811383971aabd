package org.homeward.intake.kinds;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.CaseCommand;
import org.homeward.intake.cases.CaseDecision;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.KeptReport;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A person says that a child at risk is missing now, or renews the case for another year. */
@RestController
class KindsController {

  static final String MISSING = "/api/v1/cases/{id}/missing";
  static final String RENEW = "/api/v1/cases/{id}/at-risk/renew";

  private static final int LONGEST_REASON = 500;

  private final LookAtCase lookAtCase;
  private final ChangeCase changeCase;

  KindsController(LookAtCase lookAtCase, ChangeCase changeCase) {
    this.lookAtCase = lookAtCase;
    this.changeCase = changeCase;
  }

  @PostMapping(path = MISSING, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> missing(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    LookAtCase.Seen seen = HttpAnswers.found(lookAtCase.at(id, Viewer.of(caller)));
    Fields fields = Fields.of(body);
    String reason = fields.lines("reason", LONGEST_REASON);
    fields.check();
    var wish = new CaseCommand.GoMissing(reason);
    return withHeld(changeCase.change(seen, OptionalLong.empty(), Commands.of(command), wish));
  }

  /** The answer names the reports that police still do not have. */
  private static ResponseEntity<Map<String, Object>> withHeld(
      WriteOutcome.OfRequest<KeptCase, CaseDecision> outcome) {
    ResponseEntity<Map<String, Object>> answer = HttpAnswers.of(outcome);
    Map<String, Object> json = new LinkedHashMap<>(requireNonNull(answer.getBody()));
    json.put("held", held(outcome));
    return new ResponseEntity<>(json, answer.getHeaders(), answer.getStatusCode());
  }

  private static List<String> held(WriteOutcome.OfRequest<KeptCase, CaseDecision> outcome) {
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
    return state instanceof Case live
        ? live.reports().stream()
            .filter(each -> each.report().isHeld())
            .map(KeptReport::id)
            .toList()
        : List.of();
  }

  @PostMapping(path = RENEW, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> renew(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    LookAtCase.Seen seen = HttpAnswers.found(lookAtCase.at(id, Viewer.of(caller)));
    Fields fields = Fields.of(body);
    String reason = fields.requiredLines("reason", LONGEST_REASON);
    fields.check();
    return HttpAnswers.to(changeCase, seen, command, new CaseCommand.RenewAtRisk(reason));
  }
}
