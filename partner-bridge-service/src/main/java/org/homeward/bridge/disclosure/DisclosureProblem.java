package org.homeward.bridge.disclosure;

import java.util.Set;
import org.homeward.bridge.problems.BridgeProblem;
import org.homeward.face.problem.Problem;
import org.homeward.face.problem.ProblemException;
import org.homeward.schema.disclosure.Ground;

/** The problems that a person gets when the gate lets nothing through. */
final class DisclosureProblem {

  private DisclosureProblem() {}

  static ProblemException of(OfferCase.CaseOffered.Refused refused) {
    Problem problem = BridgeProblem.valueOf(refused.why().name()).problem();
    Set<Ground> missing = refused.missing();
    return (missing.isEmpty()
            ? problem
            : problem.with("missing", missing.stream().map(Ground::name).sorted().toList()))
        .exception();
  }
}
