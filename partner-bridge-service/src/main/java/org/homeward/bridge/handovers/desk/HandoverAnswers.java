package org.homeward.bridge.handovers.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.HandoverDecision;
import org.homeward.bridge.problems.BridgeProblem;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.problem.ProblemException;
import org.homeward.frame.web.Outcomes;

/** The answers to a person who changed a handover: ids and state only, or a problem. */
final class HandoverAnswers {

  private HandoverAnswers() {}

  /** The handover as it is now, or the problem that the outcome is. */
  static <H extends Handover> Guarded<Handover> of(
      WriteOutcome.OfRequest<Handover, HandoverDecision<H>> outcome) {
    return Outcomes.now(
        outcome,
        decision ->
            decision instanceof HandoverDecision.Refused(var why, var allowed)
                ? Optional.of(refusal(why, allowed))
                : Optional.empty());
  }

  private static ProblemException refusal(
      HandoverDecision.Refusal why, Set<HandoverDecision.Move> allowed) {
    List<String> moves =
        allowed.stream().sorted().map(move -> move.name().toLowerCase(Locale.ROOT)).toList();
    return problem(why).problem().with("allowed", moves).exception();
  }

  private static BridgeProblem problem(HandoverDecision.Refusal why) {
    return switch (why) {
      case NOT_THE_OWNER -> BridgeProblem.NOT_THE_OWNER;
      case NOT_THE_HOLDER -> BridgeProblem.NOT_THE_HOLDER;
      case HANDOVER_OVER -> BridgeProblem.HANDOVER_OVER;
      case ANSWERED_BEFORE -> BridgeProblem.ANSWERED_BEFORE;
      case NOT_ACCEPTED -> BridgeProblem.NOT_ACCEPTED;
      case NOTHING_RELEASED -> BridgeProblem.NOTHING_RELEASED;
      case NOBODY_SAID_FOUND -> BridgeProblem.NOBODY_SAID_FOUND;
      case CASE_ENDED -> BridgeProblem.CASE_ENDED;
      case SECOND_PERSON_REQUIRED -> BridgeProblem.ANOTHER_PERSON_NEEDED;
      case FULL -> BridgeProblem.TOO_MUCH_WAITS;
      case WRONG_RECALL, NOT_CHECKED, NOT_FOR_PARTNERS, LEASE_TOO_LONG, KEPT_FROM_RECEIVER ->
          throw new IllegalArgumentException("only a partner's message is refused so");
    };
  }

  static Map<String, Object> line(Guarded<Handover> now) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("handover", now.id());
    line.put("case", now.state().caseId());
    line.put("partner", now.state().partner());
    line.put("status", now.state().status());
    return line;
  }
}
