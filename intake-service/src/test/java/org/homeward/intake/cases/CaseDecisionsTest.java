package org.homeward.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.intake.cases.CaseSamples.NOW;
import static org.homeward.intake.cases.CaseSamples.aCase;
import static org.homeward.intake.cases.CaseSamples.aForeignCase;
import static org.homeward.intake.cases.CaseSamples.anErasedCase;
import static org.homeward.intake.cases.CaseSamples.command;
import static org.homeward.intake.cases.CaseSamples.further;

import java.time.Duration;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.intake.cases.CaseSamples.Release;
import org.homeward.intake.proposals.Proposal;
import org.homeward.intake.rulings.EraseReason;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.Category;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Feared;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Risk;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.ChildState;
import org.homeward.schema.people.Reporter;
import org.homeward.schema.people.ReporterRelation;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class CaseDecisionsTest {

  @Test
  @Proves(5)
  void onlyItsOwnerStatesFactsOfACaseEndsAndErasesIt() {
    for (ChildState child : ChildState.values()) {
      Case foreign = aForeignCase(false, child, Release.UNDECIDED);
      for (CaseCommand.Move move : CaseCommand.Move.values()) {
        CaseDecision decided = CaseDecisions.decide(foreign, command(move), "p1", NOW);
        boolean here =
            Set.of(
                    CaseCommand.Move.RELEASE,
                    CaseCommand.Move.HOLD,
                    CaseCommand.Move.FREEZE,
                    CaseCommand.Move.LIFT,
                    CaseCommand.Move.END_BRAKE,
                    CaseCommand.Move.KEEP_FROM,
                    CaseCommand.Move.SHOW_AGAIN,
                    CaseCommand.Move.CHECK_ORDERS,
                    CaseCommand.Move.FINISH_TASK,
                    CaseCommand.Move.SEE_DECISION)
                .contains(move);
        boolean refused =
            decided instanceof CaseDecision.Refused(CaseDecision.Refusal why, var _)
                && why == CaseDecision.Refusal.NOT_THE_OWNER;
        assertThat(refused).as(move + " when " + child).isNotEqualTo(here);
      }
    }
  }

  @Test
  void aTombstoneKeepsTheMonthAndTheMarkAndWhoMustNotLearnOfIt() {
    assertThat(anErasedCase())
        .isEqualTo(
            new ErasedCase(
                "case1",
                "rs",
                false,
                YearMonth.of(2026, 3),
                Set.of("person:p7"),
                EraseReason.SUBJECT_REQUEST,
                false));
  }

  @Test
  void aTaskThatIsDoneComesBackWhenItHappensAgain() {
    Case now = aCase(false, ChildState.MISSING, Release.UNDECIDED, Proposal.RELEASE);
    assertThat(now.allTasks()).hasSize(1);
    Case done =
        ((CaseDecision.Noted)
                CaseDecisions.decide(now, command(CaseCommand.Move.FINISH_TASK), "p1", NOW))
            .next();
    assertThat(done.allTasks()).isEmpty();
    var later = new Happening(3, "handover.sighted.v1", NOW, "p9");
    var again = Heard.told(3, Set.of(Task.Kind.READ_SIGHTING), List.of(later), List.of(), Map.of());
    assertThat(done.hearing("handover/h1", again).allTasks()).hasSize(1);
    var read = Heard.told(3, Set.of(), List.of(later), List.of(), Map.of());
    assertThat(done.hearing("handover/h1", read).allTasks()).isEmpty();
  }

  @Test
  @Proves(12)
  void aReleaseIsNeverTakenBack() {
    for (Release release : List.of(Release.RELEASED, Release.BY_PHONE)) {
      Case now = aCase(false, ChildState.MISSING, release, Proposal.RELEASE);
      assertThat(
              CaseDecisions.decide(
                  now, new CaseCommand.Hold("r1", HoldReason.REFUSED, true), "p1", NOW))
          .isEqualTo(
              new CaseDecision.Refused(
                  CaseDecision.Refusal.RELEASE_IS_FINAL,
                  EnumSet.complementOf(
                      EnumSet.of(
                          CaseCommand.Move.LIFT,
                          CaseCommand.Move.END_BRAKE,
                          CaseCommand.Move.GO_MISSING,
                          CaseCommand.Move.RENEW_AT_RISK))));
    }
  }

  @Test
  @Proves(12)
  void againstTheProposalAnOperatorNeedsAReasonAndASupervisorDoesNot() {
    Case now =
        aCase(false, ChildState.MISSING, Release.UNDECIDED, new Proposal(HoldReason.CHILD_CALLED));
    var released = new PoliceRelease.Released("desk", Code.of(Basis.VITAL_INTEREST));
    assertThat(
            CaseDecisions.decide(
                now, new CaseCommand.Release("r1", released, null, false), "p1", NOW))
        .isInstanceOfSatisfying(
            CaseDecision.Refused.class,
            r -> assertThat(r.why()).isEqualTo(CaseDecision.Refusal.REASON_REQUIRED));
    assertThat(
            CaseDecisions.decide(
                now, new CaseCommand.Release("r1", released, "on a bridge", false), "p1", NOW))
        .isInstanceOf(CaseDecision.Changed.class);
    assertThat(
            CaseDecisions.decide(
                now, new CaseCommand.Release("r1", released, null, true), "p1", NOW))
        .isInstanceOf(CaseDecision.Changed.class);
  }

  @Test
  @Proves(4)
  void aWordAboutTheChildFreezesAndEndsNothing() {
    Case now = aCase(false, ChildState.MISSING, Release.RELEASED, Proposal.RELEASE);
    assertThat(CaseDecisions.decide(now, new CaseCommand.Locate("c1"), "p1", NOW))
        .isInstanceOfSatisfying(
            CaseDecision.Changed.class,
            c -> {
              assertThat(c.next().standing()).isEqualTo(Case.Standing.FROZEN);
              assertThat(c.next().children().get("c1").status().status())
                  .isEqualTo(ChildState.LOCATED_UNVERIFIED);
            });
  }

  @Test
  void oneChildFoundEndsOnlyThatChild() {
    Case now =
        aCase(false, ChildState.MISSING, Release.RELEASED, Proposal.RELEASE)
            .withChild("c2", KeptChild.MISSING);
    assertThat(CaseDecisions.decide(now, command(CaseCommand.Move.END), "p1", NOW))
        .isInstanceOfSatisfying(
            CaseDecision.Changed.class,
            c -> {
              assertThat(c.next().standing()).isEqualTo(Case.Standing.OPEN);
              assertThat(c.next().children().get("c2")).isEqualTo(KeptChild.MISSING);
            });
  }

  @Test
  @Proves(9)
  void anExerciseReportDoesNotJoinARealCase() {
    Case now = aCase(false, ChildState.MISSING, Release.RELEASED, Proposal.RELEASE);
    assertThat(
            CaseDecisions.decide(
                now, new CaseCommand.Join(further(Says.EMPTY), List.of(), true), "p1", NOW))
        .isInstanceOfSatisfying(
            CaseDecision.Refused.class,
            r -> assertThat(r.why()).isEqualTo(CaseDecision.Refusal.EXERCISE_AND_REAL));
  }

  @Test
  void aReportSpeaksOnlyOfChildrenOfItsCase() {
    Case now = aCase(false, ChildState.MISSING, Release.RELEASED, Proposal.RELEASE);
    Says stranger = Says.builder().children(Map.of("c9", ChildFacts.EMPTY)).build();
    assertThat(
            CaseDecisions.decide(
                now, new CaseCommand.Join(further(stranger), List.of(), false), "p1", NOW))
        .isInstanceOf(CaseDecision.Refused.class);
    assertThat(
            CaseDecisions.decide(
                now, new CaseCommand.Join(further(stranger), List.of("c9"), false), "p1", NOW))
        .isInstanceOf(CaseDecision.Changed.class);
  }

  @Test
  void anotherCategoryIsARecategorisation() {
    Case now = aCase(false, ChildState.MISSING, Release.RELEASED, Proposal.RELEASE);
    var amend =
        new CaseCommand.Amend(
            "r1",
            (s, children) -> Optional.of(s.with().category(Code.of(Category.RUNAWAY)).build()));
    assertThat(CaseDecisions.decide(now, amend, "p1", NOW))
        .isInstanceOfSatisfying(
            CaseDecision.Changed.class,
            c -> assertThat(c.change()).isEqualTo(ChangeType.CASE_RECATEGORISED));
  }

  @Test
  @Proves(6)
  void anotherCategoryThatStaysInsideIsNotNamedByTheChange() {
    Case now = aCase(false, ChildState.MISSING, Release.RELEASED, Proposal.RELEASE);
    Map<String, Set<Audience>> limit = Map.of("category", Set.of(Audience.CASE_TEAM));
    var amend =
        new CaseCommand.Amend(
            "r1",
            (s, children) ->
                Optional.of(s.with().category(Code.of(Category.RUNAWAY)).audiences(limit).build()));
    assertThat(CaseDecisions.decide(now, amend, "p1", NOW))
        .isInstanceOfSatisfying(
            CaseDecision.Changed.class,
            c -> assertThat(c.change()).isEqualTo(ChangeType.CASE_AMENDED));
  }

  @Test
  @Proves(11)
  void aHeldReportThatNobodyReviewsBecomesATask() {
    Case now = aCase(false, ChildState.MISSING, Release.HELD, Proposal.RELEASE);
    assertThat(HoldReviews.dues(now)).containsExactly(Map.entry("review/r1", NOW));
    assertThat(HoldReviews.withReviewsDue(now, NOW.minusMillis(1)).tasks()).isEmpty();
    Case reminded = HoldReviews.withReviewsDue(now, NOW);
    assertThat(reminded.tasks()).containsExactly(Task.review("r1", NOW));
    assertThat(HoldReviews.dues(reminded)).isEmpty();
    assertThat(
            CaseDecisions.decide(
                reminded, new CaseCommand.Hold("r1", HoldReason.REFUSED, true), "p1", NOW))
        .isInstanceOfSatisfying(
            CaseDecision.Changed.class,
            c -> {
              assertThat(c.next().tasks()).isEmpty();
              assertThat(HoldReviews.dues(c.next()))
                  .containsEntry("review/r1", NOW.plus(Duration.ofHours(12)));
            });
  }

  @Test
  @Proves(12)
  void whatAReportComesToSayDecidesWhatIsProposedForIt() {
    Case now = aCase(false, ChildState.MISSING, Release.UNDECIDED, Proposal.RELEASE);
    var amend =
        new CaseCommand.Amend(
            "r1",
            (s, children) ->
                Optional.of(
                    s.with()
                        .reporter(
                            new Reporter(
                                Code.of(ReporterRelation.CHILD_SELF), null, null, null, null))
                        .risk(Risk.of(RiskLevel.HIGH))
                        .build()));
    var later = NOW.minus(Duration.ofHours(6));
    assertThat(CaseDecisions.decide(now, amend, "p1", later))
        .isInstanceOfSatisfying(
            CaseDecision.Changed.class,
            c -> {
              var report = c.next().report("r1").orElseThrow();
              assertThat(report.proposal()).isEqualTo(new Proposal(HoldReason.CHILD_CALLED));
              assertThat(HoldReviews.dues(c.next()))
                  .containsEntry("review/r1", later.plus(Duration.ofHours(1)));
            });
  }

  @Test
  @Proves(12)
  void whatOneReportComesToSayDecidesWhatIsProposedForTheOthers() {
    Case now = aCase(false, ChildState.MISSING, Release.UNDECIDED, Proposal.RELEASE);
    Says fearing = Says.builder().feared(List.of(Code.of(Feared.POLICE))).build();
    var join = new CaseCommand.Join(further(fearing), List.of(), false);
    var amend = new CaseCommand.Amend("r1", (s, children) -> Optional.of(fearing));
    for (CaseCommand command : List.of(join, amend)) {
      assertThat(CaseDecisions.decide(now, command, "p1", NOW))
          .isInstanceOfSatisfying(
              CaseDecision.Changed.class,
              c ->
                  assertThat(c.next().reports())
                      .extracting(KeptReport::proposal)
                      .containsOnly(new Proposal(HoldReason.POLICE_NAMED)));
    }
  }

  @Test
  @Proves(12)
  void whileNothingIsProposedAPersonDecidesWithoutAReason() {
    Case now = aCase(false, ChildState.MISSING, Release.UNDECIDED, Proposal.NOTHING_YET);
    var release = new PoliceRelease.Released("desk", Code.of(Basis.PUBLIC_TASK));
    var command = new CaseCommand.Release("r1", release, null, false);
    assertThat(CaseDecisions.decide(now, command, "p1", NOW))
        .isInstanceOf(CaseDecision.Changed.class);
  }

  @Test
  void anotherDeskOrCallAfterAReleaseIsRefusedNotSwallowed() {
    var other = new PoliceRelease.Released("other", Code.of(Basis.PUBLIC_TASK));
    var call = new PoliceRelease.ByPhone("desk", NOW, "another call", null);
    for (PoliceRelease wish : List.of(other, call)) {
      Case now = aCase(false, ChildState.MISSING, Release.RELEASED, Proposal.RELEASE);
      assertThat(
              CaseDecisions.decide(now, new CaseCommand.Release("r1", wish, null, true), "p1", NOW))
          .isInstanceOf(CaseDecision.Refused.class);
    }
    Case told = aCase(false, ChildState.MISSING, Release.BY_PHONE, Proposal.RELEASE);
    assertThat(
            CaseDecisions.decide(told, new CaseCommand.Release("r1", call, null, true), "p1", NOW))
        .isInstanceOf(CaseDecision.Refused.class);
  }

  @Test
  void atHighRiskAHoldIsReviewedWithinTheHour() {
    Says high = Says.builder().risk(Risk.of(RiskLevel.HIGH)).build();
    assertThat(HoldReviews.next(high, NOW)).isEqualTo(NOW.plus(Duration.ofMinutes(60)));
    assertThat(HoldReviews.next(Says.EMPTY, NOW)).isEqualTo(NOW.plus(Duration.ofHours(12)));
  }
}
