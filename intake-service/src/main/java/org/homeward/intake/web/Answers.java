package org.homeward.intake.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.Outcome;
import org.homeward.face.conditional.ETags;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.Decided;
import org.springframework.http.ResponseEntity;

/** How the end of a use case is said in HTTP. */
final class Answers {

  private static final Set<Decided.Refusal> NOT_THERE =
      EnumSet.of(
          Decided.Refusal.NO_SUCH_CASE,
          Decided.Refusal.UNKNOWN_REPORT,
          Decided.Refusal.UNKNOWN_CHILD);

  private Answers() {}

  /** 200 with ids and state only, or the problem that the outcome is. */
  static ResponseEntity<Map<String, Object>> of(Outcome<Case, Decided> outcome) {
    return switch (outcome) {
      case Outcome.Written<Case, Decided>(Guarded<Case> now, Decided _) -> done(now);
      case Outcome.Repeated<Case, Decided>(Guarded<Case> now, long _) -> done(now);
      case Outcome.Kept<Case, Decided>(Guarded<Case> now, Decided.Refused refused) ->
          throw refusal(refused);
      case Outcome.Kept<Case, Decided>(Guarded<Case> now, Decided _) -> done(now);
      case Outcome.Stale<Case, Decided> _ -> throw FaceProblem.PRECONDITION_FAILED.exception();
      case Outcome.KeyReused<Case, Decided>() -> throw FaceProblem.KEY_REUSED.exception();
      case Outcome.Absent<Case, Decided>() -> throw FaceProblem.NOT_FOUND.exception();
    };
  }

  static ProblemException refusal(Decided.Refused refused) {
    if (NOT_THERE.contains(refused.why())) {
      return FaceProblem.NOT_FOUND.exception();
    }
    List<String> allowed =
        refused.allowed().stream().map(m -> m.name().toLowerCase(Locale.ROOT)).toList();
    return IntakeProblem.of(refused.why()).problem().with("allowed", allowed).exception();
  }

  private static ResponseEntity<Map<String, Object>> done(Guarded<Case> now) {
    return ResponseEntity.ok()
        .eTag(ETags.of(now.version()))
        .body(Map.of("case", now.id(), "standing", now.state().standing()));
  }
}
