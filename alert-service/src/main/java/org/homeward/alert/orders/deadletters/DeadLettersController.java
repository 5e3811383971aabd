package org.homeward.alert.orders.deadletters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.alert.node.AlertProblem;
import org.homeward.alert.orders.alerts.SeeAlert;
import org.homeward.alert.orders.alerts.SeenAlert;
import org.homeward.alert.orders.deadletters.ReplayDeadLetter.Replayed;
import org.homeward.alert.orders.delivery.Slice;
import org.homeward.copies.CaseViewer;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.schema.disclosure.Purpose;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists dead letters, by ids and codes, and sends one again. */
@RestController
final class DeadLettersController {

  static final String DEAD_LETTERS = "/api/v1/dead-letters";
  static final String REPLAY = "/api/v1/alerts/{id}/destinations/{number}/replay";

  private static final String NUMBER = "[1-9][0-9]{0,14}";

  private final DeadLetters deadLetters;
  private final ReplayDeadLetter replayDeadLetter;
  private final SeeAlert seeAlert;

  DeadLettersController(
      DeadLetters deadLetters, ReplayDeadLetter replayDeadLetter, SeeAlert seeAlert) {
    this.deadLetters = deadLetters;
    this.replayDeadLetter = replayDeadLetter;
    this.seeAlert = seeAlert;
  }

  @GetMapping(DEAD_LETTERS)
  Map<String, Object> list(Caller caller) {
    List<DeadLetters.Letter> letters =
        deadLetters.list(alerts -> seeAlert.known(alerts, caller.person()));
    Set<String> seen =
        seeAlert.seeAmong( // upholds 10
            letters.stream().map(DeadLetters.Letter::alert).collect(Collectors.toSet()),
            CaseViewer.of(caller, Purpose.VOLUNTEER_ALERT, Role.SUPERVISOR, Role.ADMIN));
    return Map.of(
        "deadLetters",
        letters.stream()
            .filter(letter -> seen.contains(letter.alert())) // upholds 6
            .map(DeadLettersController::line)
            .toList());
  }

  @PostMapping(REPLAY)
  Map<String, Object> replay(
      @PathVariable String id, @PathVariable String number, RequestCommand command, Caller caller) {
    SeenAlert alert =
        seeAlert
            .see(id, CaseViewer.of(caller, Purpose.VOLUNTEER_ALERT, Role.SUPERVISOR))
            .orElseThrow(FaceProblem.NOT_FOUND::exception);
    if (!number.matches(NUMBER)) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return switch (replayDeadLetter.replay(
        alert, Long.parseLong(number), Commands.of(command), caller.person())) {
      case WriteOutcome.Written<Slice, Replayed> _, WriteOutcome.Repeated<Slice, Replayed> _ ->
          Map.of("state", "WAITING");
      case WriteOutcome.Kept(var _, Replayed how) -> throw refused(how).exception();
      case WriteOutcome.KeyReused<Slice, Replayed> _ -> throw FaceProblem.KEY_REUSED.exception();
      case WriteOutcome.Absent<Slice, Replayed> _, WriteOutcome.Stale<Slice, Replayed> _ ->
          throw FaceProblem.NOT_FOUND.exception();
    };
  }

  private static AlertProblem refused(Replayed how) {
    return switch (how) {
      case HELD -> AlertProblem.ALERT_HELD;
      case NOT_MEANT -> AlertProblem.NOT_MEANT_NOW;
      case AGAIN, NOT_DEAD -> AlertProblem.NO_DEAD_LETTER;
    };
  }

  private static Map<String, Object> line(DeadLetters.Letter letter) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("alert", letter.alert());
    json.put("number", letter.number());
    letter
        .to()
        .ifPresent(
            endpoint -> {
              json.put("webhook", endpoint.webhook());
              json.put("name", endpoint.name());
            });
    json.put("what", letter.delivery().end() ? "END" : "ALERT");
    json.put("edition", letter.delivery().edition());
    json.put("reason", Optional.ofNullable(letter.delivery().reason()).orElse(""));
    return json;
  }
}
