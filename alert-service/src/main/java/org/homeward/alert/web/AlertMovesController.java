package org.homeward.alert.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.homeward.alert.alerts.Alert;
import org.homeward.alert.alerts.AlertStates;
import org.homeward.alert.alerts.ApproveAlert;
import org.homeward.alert.alerts.FollowStates;
import org.homeward.alert.alerts.ReduceAlert;
import org.homeward.alert.alerts.ShowAlerts;
import org.homeward.alert.slices.Delivery;
import org.homeward.alert.slices.ListDestinations;
import org.homeward.alert.slices.ListDestinations.Line;
import org.homeward.alert.slices.ListDestinations.Standing;
import org.homeward.alert.stops.SetStop;
import org.homeward.alert.stops.StopTarget;
import org.homeward.durable.document.Guarded;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Fields;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Alerts are approved, reduced and stopped, and their destinations listed. */
@RestController
public class AlertMovesController {

  private static final String ALERT = AlertsController.ALERTS + "/{id}";
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final ApproveAlert approveAlert;
  private final ReduceAlert reduceAlert;
  private final SetStop setStop;
  private final FollowStates followStates;
  private final ShowAlerts showAlerts;
  private final ListDestinations listDestinations;
  private final AlertJson json;

  public AlertMovesController(
      ApproveAlert approveAlert,
      ReduceAlert reduceAlert,
      SetStop setStop,
      FollowStates followStates,
      ShowAlerts showAlerts,
      ListDestinations listDestinations,
      AlertStates states) {
    this.approveAlert = approveAlert;
    this.reduceAlert = reduceAlert;
    this.setStop = setStop;
    this.followStates = followStates;
    this.showAlerts = showAlerts;
    this.listDestinations = listDestinations;
    this.json = new AlertJson(states, listDestinations);
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

  @GetMapping(ALERT + "/destinations")
  Map<String, Object> destinations(
      @PathVariable String id,
      @RequestParam(name = "state", required = false) Optional<String> state,
      @RequestParam(name = "after", defaultValue = "0") String after,
      @RequestParam(name = "limit", defaultValue = "50") String limit,
      Caller caller) {
    boolean repeated = state.filter("REPEATED"::equals).isPresent();
    int most = AlertsController.limit(limit);
    List<Line> lines =
        listDestinations
            .list(
                id,
                repeated ? Optional.empty() : state.map(AlertMovesController::standing),
                repeated,
                number(after),
                most,
                Role.SUPERVISOR.wire(),
                caller.person())
            .orElseThrow(FaceProblem.NOT_FOUND::exception);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("destinations", lines.stream().map(AlertMovesController::line).toList());
    if (lines.size() == most) {
      answer.put("next", String.valueOf(lines.getLast().number()));
    }
    return answer;
  }

  private static Standing standing(String word) {
    for (Standing standing : Standing.values()) {
      if (standing.name().equals(word)) {
        return standing;
      }
    }
    throw FaceProblem.INVALID.problem().error("", "unknown-state").exception();
  }

  private static long number(String text) {
    if (!text.matches("[0-9]{1,15}")) {
      throw AlertProblem.BAD_CURSOR.exception();
    }
    return Long.parseLong(text);
  }

  private static Map<String, Object> line(Line line) {
    Delivery delivery = line.delivery();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("number", line.number());
    line.email().ifPresent(email -> json.put("email", email));
    json.put("what", delivery.end() ? "END" : "ALERT");
    json.put("edition", delivery.edition());
    json.put("state", line.standing().name());
    json.put("attempted", delivery.attempted());
    json.put("repeated", delivery.isRepeated());
    json.put("messageId", line.messageId());
    if (delivery.reason() != null) {
      json.put("reason", delivery.reason());
    }
    if (delivery.provider() != null) {
      json.put("provider", delivery.provider());
    }
    if (delivery.next() != null) {
      json.put("next", delivery.next().toString());
    }
    return json;
  }

  private ResponseEntity<Map<String, Object>> shown(Guarded<Alert> alert) {
    return ResponseEntity.ok().eTag(ETags.of(alert.version())).body(json.whole(alert));
  }
}
