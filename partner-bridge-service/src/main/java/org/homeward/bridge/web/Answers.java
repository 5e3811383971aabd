package org.homeward.bridge.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.homeward.bridge.handovers.Decided;
import org.homeward.bridge.handovers.Handover;
import org.homeward.durable.document.Command;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.Outcome;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;
import org.springframework.http.ResponseEntity;

/** How the end of a use case is said in HTTP. */
final class Answers {

  private Answers() {}

  /** 200 with ids and state only, or the problem that the outcome is. */
  static <H extends Handover> ResponseEntity<Map<String, Object>> of(
      Outcome.OfRequest<Handover, Decided<H>> outcome) {
    return of(outcome, Map.of());
  }

  static <H extends Handover> ResponseEntity<Map<String, Object>> of(
      Outcome.OfRequest<Handover, Decided<H>> outcome, Map<String, Object> more) {
    return switch (outcome) {
      case Outcome.Written(var now, var _) -> done(now, more);
      case Outcome.Repeated(var now, var _) -> done(now, more);
      case Outcome.Kept(var _, Decided.Refused(var why, var allowed)) ->
          throw refusal(why, allowed);
      case Outcome.Kept(var now, var _) -> done(now, more);
      case Outcome.Stale(var _) -> throw FaceProblem.PRECONDITION_FAILED.exception();
      case Outcome.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
      case Outcome.Absent() -> throw FaceProblem.NOT_FOUND.exception();
    };
  }

  static ProblemException refusal(Decided.Refusal why, Set<Decided.Move> allowed) {
    List<String> moves =
        allowed.stream().sorted().map(move -> move.name().toLowerCase(Locale.ROOT)).toList();
    return BridgeProblem.of(why).problem().with("allowed", moves).exception();
  }

  static ResponseEntity<Map<String, Object>> done(Guarded<Handover> now, Map<String, Object> more) {
    return ResponseEntity.ok().eTag(ETags.of(now.version())).body(line(now, more));
  }

  static Map<String, Object> line(Guarded<Handover> now, Map<String, Object> more) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("handover", now.id());
    line.put("case", now.state().caseId());
    line.put("partner", now.state().partner());
    line.put("status", now.state().status());
    line.putAll(more);
    return line;
  }

  static Command command(RequestCommand request) {
    return new Command(request.id(), request.hash());
  }
}
