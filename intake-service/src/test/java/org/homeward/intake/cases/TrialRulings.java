package org.homeward.intake.cases;

import static org.homeward.intake.cases.CaseSamples.NOW;
import static org.homeward.intake.cases.CaseSamples.aCase;
import static org.homeward.intake.cases.CaseSamples.command;

import java.util.Set;
import org.homeward.face.access.Role;
import org.homeward.intake.cases.CaseSamples.Release;
import org.homeward.intake.proposals.Proposal;
import org.homeward.schema.people.ChildState;
import org.jspecify.annotations.Nullable;

/** A released case, and what persons decide of it one after the other. */
final class TrialRulings {

  static final Set<Role> SUPERVISOR = Set.of(Role.SUPERVISOR);
  static final Set<Role> DPO = Set.of(Role.DPO);

  private TrialRulings() {}

  static Case open() {
    return aCase(false, ChildState.MISSING, Release.RELEASED, Proposal.RELEASE);
  }

  static Case frozen() {
    return open().frozen(NOW, "p1");
  }

  static CaseCommand lift(int freeze) {
    return lift(freeze, null);
  }

  /**
   * @param nodeStop the last stop of the whole node that is known
   */
  static CaseCommand lift(int freeze, @Nullable Long nodeStop) {
    return new CaseCommand.Lift(freeze, nodeStop, "mistaken", SUPERVISOR);
  }

  /** As it is after this; a refusal and an erasure fail the test. */
  static Case after(Case now, CaseCommand command, String by) {
    return switch (CaseDecisions.decide(now, command, by, NOW)) {
      case CaseDecision.Changed changed -> changed.next();
      case CaseDecision.Noted(Case next) -> next;
      case CaseDecision.Unchanged() -> now;
      case CaseDecision.Refused refused -> throw new AssertionError(refused.why());
      case CaseDecision.Erased _ -> throw new AssertionError("erased");
    };
  }

  static CaseDecision.Refusal refusal(Case now, CaseCommand command, String by) {
    return ((CaseDecision.Refused) CaseDecisions.decide(now, command, by, NOW)).why();
  }
}
