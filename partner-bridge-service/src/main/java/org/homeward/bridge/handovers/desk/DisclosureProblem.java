package org.homeward.bridge.handovers.desk;

import java.util.Set;
import org.homeward.bridge.problems.BridgeProblem;
import org.homeward.face.problem.Problem;
import org.homeward.face.problem.ProblemException;
import org.homeward.schema.disclosure.Ground;

/** The problems that a person gets when the gate lets nothing through. */
final class DisclosureProblem {

  private DisclosureProblem() {}

  /** The last part of the problem's type. */
  static String word(OfferCase.Refusal why) {
    return problem(why).code();
  }

  private static BridgeProblem problem(OfferCase.Refusal why) {
    return BridgeProblem.valueOf(why.name());
  }

  static ProblemException of(OfferCase.CaseOffered.Refused refused) {
    Problem problem = problem(refused.why()).problem();
    Set<Ground> missing = refused.missing();
    return (missing.isEmpty()
            ? problem
            : problem.with("missing", missing.stream().map(Ground::name).sorted().toList()))
        .exception();
  }
}
