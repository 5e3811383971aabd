package org.homeward.alert.orders.alerts;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.homeward.alert.node.AlertProblem;
import org.homeward.copies.CaseViewer;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.snapshots.ReturnReason;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Alerts are approved, returned to their author, and reduced. */
@RestController
class AlertMovesController {

  private static final String ALERT = AlertsController.ALERTS + "/{id}";
  private static final Set<Alert.Ending> REASONS = EnumSet.of(Alert.Ending.WRONG_CHILD);
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final int LONGEST_WORDS = 500;

  private final ApproveAlert approveAlert;
  private final ReduceAlert reduceAlert;
  private final SeeAlert seeAlert;
  private final AlertJson json;

  AlertMovesController(
      ApproveAlert approveAlert, ReduceAlert reduceAlert, SeeAlert seeAlert, AlertJson json) {
    this.approveAlert = approveAlert;
    this.reduceAlert = reduceAlert;
    this.seeAlert = seeAlert;
    this.json = json;
  }

  @PostMapping(path = ALERT + "/approve", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> approve(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Fields fields = Fields.of(body);
    String hash = fields.requiredText("hash", HASH);
    Instant ordersRead = fields.instant("ordersAt");
    fields.check();
    SeenAlert alert =
        seeAlert
            .see(id, CaseViewer.of(caller, Purpose.VOLUNTEER_ALERT, Role.AUTHORITY))
            .orElseThrow(FaceProblem.NOT_FOUND::exception);
    return shown(
        alert.now(
            AlertRefusals.done(
                approveAlert.approve(alert, hash, ordersRead, Commands.of(command)))));
  }

  @PostMapping(path = ALERT + "/return", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> giveBack(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Fields fields = Fields.of(body);
    String hash = fields.requiredText("hash", HASH);
    ReturnReason reason = fields.requiredCode("reason", EnumSet.allOf(ReturnReason.class));
    String words = fields.lines("words", LONGEST_WORDS);
    fields.check();
    SeenAlert alert =
        seeAlert
            .see(
                id, CaseViewer.of(caller, Purpose.VOLUNTEER_ALERT, Role.AUTHORITY, Role.SUPERVISOR))
            .orElseThrow(FaceProblem.NOT_FOUND::exception);
    return shown(
        alert.now(
            AlertRefusals.done(
                reduceAlert.giveBack(alert, hash, reason, words, Commands.of(command)))));
  }

  /** An operator alone may not end an alert by its last child, but for a wrong one. */
  @PostMapping(ALERT + "/children/{child}/withdraw")
  ResponseEntity<Map<String, Object>> withdraw(
      @PathVariable String id,
      @PathVariable String child,
      @RequestBody(required = false) byte @Nullable [] body,
      RequestCommand command,
      Caller caller) {
    AlertCommand.Last last = last(isWrongChild(body), caller);
    SeenAlert alert = seenToEnd(id, caller);
    return shown(
        alert.now(
            AlertRefusals.done(reduceAlert.withdraw(alert, child, last, Commands.of(command)))));
  }

  private static AlertCommand.Last last(boolean wrongChild, Caller caller) {
    if (wrongChild) {
      return AlertCommand.Last.WAS_WRONG;
    }
    return isOperatorOnly(caller) ? AlertCommand.Last.STAYS : AlertCommand.Last.ENDS;
  }

  private static boolean isOperatorOnly(Caller caller) {
    return !caller.is(Role.SUPERVISOR) && !caller.is(Role.AUTHORITY);
  }

  /** For good; an operator alone may only take back what speaks of the wrong child. */
  @PostMapping(ALERT + "/cancel")
  ResponseEntity<Map<String, Object>> cancel(
      @PathVariable String id,
      @RequestBody(required = false) byte @Nullable [] body,
      RequestCommand command,
      Caller caller) {
    boolean wrongChild = isWrongChild(body);
    SeenAlert alert = seenToEnd(id, caller);
    boolean alone = isOperatorOnly(caller);
    if (alone && !wrongChild) throw AlertProblem.OPERATOR_FREEZES.exception(); // upholds 3
    return shown(
        alert.now(AlertRefusals.done(reduceAlert.cancel(alert, wrongChild, Commands.of(command)))));
  }

  private static boolean isWrongChild(byte @Nullable [] body) {
    if (body == null || body.length == 0) {
      return false;
    }
    Fields fields = Fields.of(body);
    boolean wrongChild = fields.code("reason", REASONS) != null;
    fields.check();
    return wrongChild;
  }

  private SeenAlert seenToEnd(String id, Caller caller) {
    return seeAlert
        .seeToEnd(
            id,
            CaseViewer.of(
                caller, Purpose.VOLUNTEER_ALERT, Role.SUPERVISOR, Role.AUTHORITY, Role.OPERATOR))
        .orElseThrow(FaceProblem.NOT_FOUND::exception);
  }

  private ResponseEntity<Map<String, Object>> shown(SeenAlert alert) {
    return ResponseEntity.ok().eTag(ETags.of(alert.version())).body(json.whole(alert));
  }
}
