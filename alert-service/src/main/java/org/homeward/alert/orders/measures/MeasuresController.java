package org.homeward.alert.orders.measures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.alert.orders.alerts.SeeAlert;
import org.homeward.alert.orders.alerts.SeenAlert;
import org.homeward.alert.subscribers.destinations.Channel;
import org.homeward.copies.CaseViewer;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.problem.FaceProblem;
import org.homeward.schema.disclosure.Purpose;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows how an alert went. */
@RestController
final class MeasuresController {

  static final String MEASURES = "/api/v1/alerts/{id}/measures";

  private static final int[] PERCENTS = {50, 90, 99, 100};
  private static final double TENTH = 100;

  private final MeasureAlert measureAlert;
  private final SeeAlert seeAlert;

  MeasuresController(MeasureAlert measureAlert, SeeAlert seeAlert) {
    this.measureAlert = measureAlert;
    this.seeAlert = seeAlert;
  }

  @GetMapping(MEASURES)
  Map<String, Object> measures(@PathVariable String id, Caller caller) {
    SeenAlert alert =
        seeAlert
            .see(id, CaseViewer.of(caller, Purpose.OVERSIGHT, Role.SUPERVISOR, Role.AUTHORITY))
            .orElseThrow(FaceProblem.NOT_FOUND::exception);
    Measured measured = measureAlert.measure(alert);
    Map<String, Object> json = new LinkedHashMap<>();
    measured.alert().ifPresent(reached -> json.put("alert", reached(reached)));
    json.put("end", reached(measured.end()));
    List<Map<String, Object>> failures = new ArrayList<>();
    measured.failures().forEach((failure, count) -> failures.add(failure(failure, count)));
    json.put("failures", failures);
    return json;
  }

  private static List<Map<String, Object>> reached(Map<Channel, Reach> byChannel) {
    List<Map<String, Object>> all = new ArrayList<>();
    byChannel.forEach(
        (channel, reach) -> {
          Map<String, Object> json = new LinkedHashMap<>();
          json.put("channel", channel);
          json.put("addressees", reach.addressees());
          json.put("reached", reach.reached());
          Map<String, Object> seconds = new LinkedHashMap<>();
          for (int percent : PERCENTS) {
            reach
                .until(percent)
                .ifPresent(millis -> seconds.put(String.valueOf(percent), seconds(millis)));
          }
          json.put("seconds", seconds);
          all.add(json);
        });
    return all;
  }

  /** Never less than it took. */
  private static double seconds(long millis) {
    return Math.ceil(millis / TENTH) / 10;
  }

  private static Map<String, Object> failure(Measured.Failure failure, int count) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("channel", failure.channel());
    json.put("what", failure.end() ? "END" : "ALERT");
    json.put("state", failure.standing());
    json.put("reason", failure.reason());
    json.put("count", count);
    return json;
  }
}
