package org.homeward.alert.orders.stops;

import java.security.Principal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.alert.node.AlertProblem;
import org.homeward.copies.CaseViewer;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.recovery.Replay;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.snapshots.StopScope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Stops are set, shown and lifted. */
@RestController
class StopsController {

  static final String STOPS = "/api/v1/stops";

  private static final Logger LOG = LoggerFactory.getLogger(StopsController.class);

  private final SetStop setStop;
  private final LiftStop liftStop;
  private final SeeStops seeStops;
  private final StopFollower follower;

  /**
   * @param follower brings the news to alerts; an alarm does it when this fails
   */
  StopsController(SetStop setStop, LiftStop liftStop, SeeStops seeStops, StopFollower follower) {
    this.setStop = setStop;
    this.liftStop = liftStop;
    this.seeStops = seeStops;
    this.follower = follower;
  }

  @PostMapping(path = STOPS, consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Object> set(@RequestBody byte[] body, RequestCommand command, Principal caller) {
    StopTarget target = target(Fields.of(body));
    String by = by(caller);
    Stop stop = set(target, command, by);
    Map<String, Object> json = named(target);
    json.put("status", status(stop));
    json.put("by", by);
    return json;
  }

  /** The stop of this alert; it is lifted as any other stop. */
  @PostMapping("/api/v1/alerts/{id}/freeze")
  Map<String, Object> freeze(@PathVariable String id, RequestCommand command, Caller caller) {
    if (!StopTarget.isId(id)) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    StopTarget target = StopTarget.ofAlert(id);
    Stop stop = set(target, command, caller.person());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("alert", id);
    json.put("stop", target.word());
    json.put("status", stop instanceof Stop.Standing ? "FROZEN" : status(stop));
    return json;
  }

  /** Anybody on duty stops anything; the answer is the same whether it exists. */
  private Stop set(StopTarget target, RequestCommand command, String by) {
    return switch (setStop.set(target, Commands.of(command), by)) {
      case SetStop.Stopped.Stands(Guarded<Stop> stop) -> {
        tell(target);
        yield stop.state();
      }
      case SetStop.Stopped.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
    };
  }

  @GetMapping(STOPS)
  Map<String, Object> list(Caller caller) {
    CaseViewer viewer =
        CaseViewer.of(
            caller, Purpose.CASE_WORK, Role.SUPERVISOR, Role.AUTHORITY, Role.OPERATOR, Role.DPO);
    List<Map<String, Object>> all =
        seeStops.all(viewer).stream().map(StopsController::json).toList();
    return Map.of("stops", all);
  }

  /** The first person proposes, another one's call lifts. */
  @PostMapping(STOPS + "/{id}/lift")
  ResponseEntity<Map<String, Object>> lift(
      @PathVariable String id, RequestCommand command, Caller caller) {
    CaseViewer viewer = CaseViewer.of(caller, Purpose.CASE_WORK, Role.SUPERVISOR, Role.AUTHORITY);
    SeenStop seen =
        StopTarget.ofWord(id)
            .flatMap(target -> seeStops.one(target, viewer))
            .orElseThrow(FaceProblem.NOT_FOUND::exception);
    return switch (liftStop.lift(seen, Commands.of(command), caller.person())) {
      case LiftStop.Lifting.Done(Guarded<Stop> stop) -> {
        tell(seen.target());
        yield shown(stop);
      }
      case LiftStop.Lifting.SamePerson(Guarded<Stop> _) ->
          throw AlertProblem.ANOTHER_PERSON_NEEDED.exception();
      case LiftStop.Lifting.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
      case LiftStop.Lifting.Unknown() -> throw FaceProblem.NOT_FOUND.exception();
    };
  }

  private static StopTarget target(Fields fields) {
    StopScope scope = fields.requiredCode("scope", EnumSet.allOf(StopScope.class));
    @Nullable String id = fields.text("id", 36);
    if (scope == StopScope.NODE && id != null) {
      fields.wrong("id", "not-for-the-node");
    } else if (scope != StopScope.NODE && id == null) {
      fields.wrong("id", "required");
    } else if (id != null && !StopTarget.isId(id)) {
      fields.wrong("id", "wrong-form");
    }
    fields.check();
    return new StopTarget(scope, id);
  }

  /** The stop stands already; nothing that goes wrong here may say otherwise. */
  private void tell(StopTarget target) {
    try {
      follower.stopChanged(target);
    } catch (RuntimeException e) {
      LOG.warn("a stop is told to alerts by its alarm: {}", e.getClass().getName());
    }
  }

  private static String by(Principal caller) {
    return caller instanceof JwtAuthenticationToken token
        ? String.valueOf(token.getToken().getClaimAsString("person"))
        : HttpHostSecurity.HOST;
  }

  private static ResponseEntity<Map<String, Object>> shown(Guarded<Stop> stop) {
    return ResponseEntity.ok().eTag(ETags.of(stop.version())).body(json(stop));
  }

  private static Map<String, Object> named(StopTarget target) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("stop", target.word());
    json.put("scope", target.scope().name());
    if (target.id() != null) {
      json.put("id", target.id());
    }
    return json;
  }

  private static String status(Stop stop) {
    return switch (stop) {
      case Stop.Standing _ -> "STANDING";
      case Stop.Lifted _ -> "LIFTED";
    };
  }

  private static Map<String, Object> json(Guarded<Stop> stop) {
    Map<String, Object> json = named(stop.state().target());
    json.put("status", status(stop.state()));
    switch (stop.state()) {
      case Stop.Standing standing -> {
        json.put("by", standing.by());
        if (standing.by().equals(Replay.BY)) {
          json.put("reason", "RESTORED");
        }
        json.put("at", standing.at().toString());
        Stop.LiftProposal proposal = standing.proposal();
        if (proposal != null) {
          json.put("lift", Map.of("by", proposal.by(), "at", proposal.at().toString()));
        }
      }
      case Stop.Lifted lifted -> {
        json.put("by", lifted.by());
        json.put("with", lifted.with());
        json.put("at", lifted.at().toString());
      }
    }
    return json;
  }
}
