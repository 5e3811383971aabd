package org.homeward.alert.orders.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.alert.node.AlertProblem;
import org.homeward.alert.orders.alerts.CountDeliveries;
import org.homeward.alert.orders.alerts.SeeAlert;
import org.homeward.alert.orders.alerts.SeenAlert;
import org.homeward.alert.orders.delivery.ListDestinations.Line;
import org.homeward.alert.orders.delivery.ListDestinations.Standing;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.copies.CaseViewer;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.PageLimit;
import org.homeward.schema.disclosure.Purpose;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows how far an alert has got, in numbers, and its destinations by name. */
@RestController
final class DestinationsController {

  static final String DESTINATIONS = "/api/v1/alerts/{id}/destinations";

  static final String DELIVERIES = "/api/v1/alerts/{id}/deliveries";

  private static final Role[] WATCHERS = {Role.SUPERVISOR, Role.AUTHORITY, Role.OPERATOR, Role.DPO};

  private final ListDestinations listDestinations;
  private final CountProgress countProgress;
  private final SeeAlert seeAlert;

  DestinationsController(
      ListDestinations listDestinations, CountProgress countProgress, SeeAlert seeAlert) {
    this.seeAlert = seeAlert;
    this.countProgress = countProgress;
    this.listDestinations = listDestinations;
  }

  @GetMapping(DELIVERIES)
  Map<String, Object> deliveries(@PathVariable String id, Caller caller) {
    SeenAlert alert =
        seeAlert
            .see(id, CaseViewer.of(caller, Purpose.OVERSIGHT, WATCHERS))
            .orElseThrow(FaceProblem.NOT_FOUND::exception);
    CountDeliveries.Counts counts = listDestinations.counts(alert.id(), alert.state());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("alert", counts.alert());
    answer.put("end", counts.end());
    answer.put("repeated", counts.repeated());
    answer.put("byChannel", counts.byChannel());
    countProgress.remaining(alert).ifPresent(count -> answer.put("remaining", count));
    answer.put("owed", countProgress.owed(alert));
    return answer;
  }

  @GetMapping(DESTINATIONS)
  Map<String, Object> destinations(
      @PathVariable String id,
      @RequestParam(name = "state", required = false) Optional<String> state,
      @RequestParam(name = "after", defaultValue = "0") String after,
      @RequestParam(name = "limit", defaultValue = PageLimit.DEFAULT) String limit,
      Caller caller) {
    boolean repeated = state.filter("REPEATED"::equals).isPresent();
    int most = PageLimit.of(limit);
    Optional<Standing> which =
        repeated ? Optional.empty() : state.map(DestinationsController::standing);
    long from = number(after);
    SeenAlert alert =
        seeAlert
            .see(id, CaseViewer.of(caller, Purpose.OVERSIGHT, Role.SUPERVISOR))
            .orElseThrow(FaceProblem.NOT_FOUND::exception);
    List<Line> lines = listDestinations.list(alert, which, repeated, from, most);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("destinations", lines.stream().map(DestinationsController::line).toList());
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
    throw FaceProblem.INVALID.problem().error("/state", "unknown-state").exception();
  }

  private static long number(String text) {
    if (!text.matches("[0-9]{1,15}")) {
      throw AlertProblem.BAD_CURSOR.exception();
    }
    return Long.parseLong(text);
  }

  private static void address(Map<String, Object> json, Address address) {
    json.put("channel", address.channel());
    switch (address) {
      case Address.Mailbox mailbox -> json.put("email", mailbox.email());
      case Address.Endpoint endpoint -> {
        json.put("webhook", endpoint.webhook());
        json.put("name", endpoint.name());
      }
      case Address.Phone phone -> {
        json.put("phone", phone.phone());
        json.put("name", phone.name());
      }
      case Address.OwnPhone own -> json.put("sms", own.number().e164());
    }
  }

  private static Map<String, Object> line(Line line) {
    Delivery delivery = line.delivery();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("number", line.number());
    line.address().ifPresent(address -> address(json, address));
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
}
