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
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptCase;
import org.springframework.http.ResponseEntity;

/** How the end of a use case is said in HTTP. */
final class Answers {

  private static final Set<Decided.Refusal> NOT_THERE =
      EnumSet.of(
          Decided.Refusal.NO_SUCH_CASE,
          Decided.Refusal.UNKNOWN_REPORT,
          Decided.Refusal.UNKNOWN_CHILD,
          Decided.Refusal.UNKNOWN_TASK);

  private Answers() {}

  /** 200 with ids and state only, or the problem that the outcome is. */
  static ResponseEntity<Map<String, Object>> of(Outcome.OfRequest<KeptCase, Decided> outcome) {
    return switch (outcome) {
      case Outcome.Written<KeptCase, Decided>(Guarded<KeptCase> now, Decided _) -> done(now);
      case Outcome.Repeated<KeptCase, Decided>(Guarded<KeptCase> now, long _) -> done(now);
      case Outcome.Kept<KeptCase, Decided>(Guarded<KeptCase> now, Decided.Refused refused) ->
          throw refusal(refused);
      case Outcome.Kept<KeptCase, Decided>(Guarded<KeptCase> now, Decided _) -> done(now);
      case Outcome.Stale<KeptCase, Decided> _ -> throw FaceProblem.PRECONDITION_FAILED.exception();
      case Outcome.KeyReused<KeptCase, Decided>() -> throw FaceProblem.KEY_REUSED.exception();
      case Outcome.Absent<KeptCase, Decided>() -> throw FaceProblem.NOT_FOUND.exception();
    };
  }

  static ProblemException refusal(Decided.Refused refused) {
    if (NOT_THERE.contains(refused.why())) {
      return FaceProblem.NOT_FOUND.exception();
    }
    if (refused.why() == Decided.Refusal.CASE_ERASED) {
      return IntakeProblem.ERASED.exception();
    }
    List<String> allowed =
        refused.allowed().stream().map(m -> m.name().toLowerCase(Locale.ROOT)).toList();
    return IntakeProblem.of(refused.why()).problem().with("allowed", allowed).exception();
  }

  private static ResponseEntity<Map<String, Object>> done(Guarded<KeptCase> now) {
    return ResponseEntity.ok()
        .eTag(ETags.of(now.version()))
        .body(Map.of("case", now.id(), "standing", standing(now.state())));
  }

  private static String standing(KeptCase state) {
    return switch (state) {
      case Case live -> live.standing().name();
      case ErasedCase _ -> "ERASED";
    };
  }
}
