package org.homeward.alert.orders.alerts;

import java.util.Map;
import java.util.regex.Pattern;
import org.homeward.alert.orders.stops.SetStop;
import org.homeward.alert.orders.stops.StopTarget;
import org.homeward.durable.document.Guarded;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Fields;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Alerts are approved, reduced and stopped. */
@RestController
class AlertMovesController {

  private static final String ALERT = AlertsController.ALERTS + "/{id}";
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final ApproveAlert approveAlert;
  private final ReduceAlert reduceAlert;
  private final SetStop setStop;
  private final FollowStates followStates;
  private final ShowAlerts showAlerts;
  private final AlertJson json;

  AlertMovesController(
      ApproveAlert approveAlert,
      ReduceAlert reduceAlert,
      SetStop setStop,
      FollowStates followStates,
      ShowAlerts showAlerts,
      AlertJson json) {
    this.approveAlert = approveAlert;
    this.reduceAlert = reduceAlert;
    this.setStop = setStop;
    this.followStates = followStates;
    this.showAlerts = showAlerts;
    this.json = json;
  }

  @PostMapping(path = ALERT + "/approve", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> approve(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Fields fields = Fields.of(body);
    String hash = fields.requiredText("hash", HASH);
    fields.check();
    return shown(
        AlertRefusals.done(
            approveAlert.approve(id, hash, AlertsController.command(command), caller.person())));
  }

  @PostMapping(ALERT + "/children/{child}/withdraw")
  ResponseEntity<Map<String, Object>> withdraw(
      @PathVariable String id, @PathVariable String child, RequestCommand command, Caller caller) {
    return shown(
        AlertRefusals.done(
            reduceAlert.withdraw(id, child, AlertsController.command(command), caller.person())));
  }

  @PostMapping(ALERT + "/cancel")
  ResponseEntity<Map<String, Object>> cancel(
      @PathVariable String id, RequestCommand command, Caller caller) {
    return shown(
        AlertRefusals.done(
            reduceAlert.cancel(id, AlertsController.command(command), caller.person())));
  }

  /** The stop of this alert; it is lifted as any other stop. */
  @PostMapping(ALERT + "/freeze")
  ResponseEntity<Map<String, Object>> freeze(
      @PathVariable String id, RequestCommand command, Caller caller) {
    if (!StopTarget.isId(id) || showAlerts.one(id).isEmpty()) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    StopTarget target = StopTarget.ofAlert(id);
    return switch (setStop.set(target, AlertsController.command(command), caller.person())) {
      case SetStop.Stopped.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
      case SetStop.Stopped.Stands _ -> {
        followStates.stopChanged(target);
        yield shown(showAlerts.one(id).orElseThrow(FaceProblem.NOT_FOUND::exception));
      }
    };
  }

  private ResponseEntity<Map<String, Object>> shown(Guarded<Alert> alert) {
    return ResponseEntity.ok().eTag(ETags.of(alert.version())).body(json.whole(alert));
  }
}
