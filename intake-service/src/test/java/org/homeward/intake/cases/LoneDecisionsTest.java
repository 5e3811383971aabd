package org.homeward.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.homeward.intake.cases.CaseSamples.NOW;
import static org.homeward.intake.cases.CaseSamples.aCase;
import static org.homeward.intake.cases.CaseSamples.command;

import java.time.Duration;
import org.homeward.intake.cases.CaseSamples.Release;
import org.homeward.intake.proposals.Proposal;
import org.homeward.intake.rulings.Decided;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.people.ChildState;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class LoneDecisionsTest {

  private static Case after(Case now, CaseCommand command, String by) {
    return switch (CaseDecisions.decide(now, command, by, NOW)) {
      case CaseDecision.Changed changed -> changed.next();
      case CaseDecision.Noted noted -> noted.next();
      case CaseDecision other -> throw new AssertionError(other);
    };
  }

  private static Case open() {
    return aCase(false, ChildState.MISSING, Release.UNDECIDED, Proposal.RELEASE);
  }

  @Test
  @Proves(12)
  void whatOnePersonDecidesIsNotedInTheSameWrite() {
    Case held = after(open(), command(CaseCommand.Move.HOLD), "p1");
    PoliceRelease phone =
        aCase(false, ChildState.MISSING, Release.BY_PHONE, Proposal.RELEASE)
            .report("r1")
            .orElseThrow()
            .report()
            .policeRelease();
    Case told = after(held, new CaseCommand.Release("r1", phone, "a knife", false), "p2");
    Case released = after(told, command(CaseCommand.Move.RELEASE), "p3");
    Case ended = after(released, command(CaseCommand.Move.END), "p4");

    assertThat(ended.rulings().decided())
        .extracting(Decided::number, Decided::kind, Decided::by, Decided::code, Decided::reason)
        .containsExactly(
            tuple(1, Decided.Kind.HELD, "p1", "REFUSED", null),
            tuple(2, Decided.Kind.TOLD_BY_PHONE, "p2", null, "a knife"),
            tuple(3, Decided.Kind.RELEASED, "p3", "PUBLIC_TASK", null),
            tuple(4, Decided.Kind.ENDED, "p4", "FOUND_SAFE", null));
  }

  @Test
  void theFirstLookStaysAndNobodyLooksAtHerOwn() {
    Case held = after(open(), command(CaseCommand.Move.HOLD), "p1");

    assertThat(CaseDecisions.decide(held, new CaseCommand.SeeDecision(1), "p1", NOW))
        .isInstanceOfSatisfying(
            CaseDecision.Refused.class,
            refused ->
                assertThat(refused.why()).isEqualTo(CaseDecision.Refusal.ANOTHER_PERSON_NEEDED));
    Case seen = after(held, new CaseCommand.SeeDecision(1), "p2");
    assertThat(seen.rulings().decision(1).orElseThrow().seen())
        .isEqualTo(new Decided.Seen("p2", NOW));
    assertThat(
            CaseDecisions.decide(
                seen, new CaseCommand.SeeDecision(1), "p3", NOW.plus(Duration.ofHours(1))))
        .isEqualTo(new CaseDecision.Unchanged());
    assertThat(CaseDecisions.decide(seen, new CaseCommand.SeeDecision(2), "p3", NOW))
        .isInstanceOfSatisfying(
            CaseDecision.Refused.class,
            refused -> assertThat(refused.why()).isEqualTo(CaseDecision.Refusal.UNKNOWN_DECISION));
  }

  @Test
  void aHoldThatIsRenewedIsListedOnceAndNumbersGoOn() {
    Case now = open();
    for (int i = 0; i < 105; i++) {
      var hold = new CaseCommand.Hold("r1", HoldReason.REFUSED, true);
      now = after(now, hold, "p1");
    }

    assertThat(now.rulings().decided()).singleElement().extracting(Decided::number).isEqualTo(105);
  }
}
