package org.homeward.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.intake.cases.CaseSamples.NOW;
import static org.homeward.intake.cases.CaseSamples.aCase;
import static org.homeward.intake.cases.CaseSamples.aForeignCase;
import static org.homeward.intake.cases.CaseSamples.command;
import static org.homeward.intake.cases.CaseSamples.further;
import static org.homeward.intake.cases.TrialRulings.DPO;
import static org.homeward.intake.cases.TrialRulings.SUPERVISOR;
import static org.homeward.intake.cases.TrialRulings.after;
import static org.homeward.intake.cases.TrialRulings.frozen;
import static org.homeward.intake.cases.TrialRulings.lift;
import static org.homeward.intake.cases.TrialRulings.open;
import static org.homeward.intake.cases.TrialRulings.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.intake.cases.CaseSamples.Before;
import org.homeward.intake.cases.CaseSamples.Release;
import org.homeward.intake.proposals.Proposal;
import org.homeward.intake.rulings.Decided;
import org.homeward.intake.rulings.EraseReason;
import org.homeward.intake.rulings.Matter;
import org.homeward.intake.rulings.OrdersCheck;
import org.homeward.intake.rulings.Rulings;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.ChildState;
import org.homeward.schema.people.OrdersFinding;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.people.Verification;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class RulingDecisionsTest {

  @Test
  @Proves(4)
  void wordOfPoliceIsStoredInAFullCaseOnlyWhenItStopsSomething() {
    Case open = aCase(false, ChildState.MISSING, Release.UNDECIDED, Proposal.RELEASE);
    CaseDecision none = checked(open, CaseSamples.noOrders("KU 1"));
    assertThat(none)
        .isEqualTo(new CaseDecision.Changed(next(none), ChangeType.CASE_AMENDED, false));

    var orders = new OrdersCheck.Said(OrdersFinding.FOUND, "KU 2", "M", "stay away", null);
    CaseDecision found = checked(next(none), orders);
    assertThat(found)
        .isEqualTo(new CaseDecision.Changed(next(found), ChangeType.CASE_FROZEN, true));
    assertThat(next(found).isFrozen()).isTrue();
    assertThat(next(checked(open, orders)).isFrozen()).as("a first word").isFalse();
  }

  private static Case next(CaseDecision decided) {
    return ((CaseDecision.Changed) decided).next();
  }

  private static CaseDecision checked(Case now, OrdersCheck.Said said) {
    return CaseDecisions.decide(now, new CaseCommand.CheckOrders(said), "p1", NOW);
  }

  @Test
  @Proves(4)
  void aWordFromBeforeAStopOfTheWholeNodeIsVoid() {
    Case waiting = after(frozen(), lift(1), "jelena");
    Case again = after(waiting, lift(1, 5L), "petar");
    assertThat(again.isFrozen()).isTrue();
    assertThat(again.rulings().words().getFirst().by()).isEqualTo("petar");
    assertThat(after(again, lift(1, 9L), "jelena").isFrozen()).as("a second stop").isTrue();
    assertThat(after(again, lift(1, 5L), "jelena").isFrozen()).isFalse();
  }

  @Test
  @Proves(4)
  void twoPersonsLiftAFreezeAndOneDoesNot() {
    Case waiting = after(frozen(), lift(1), "jelena");
    assertThat(waiting.isFrozen()).isTrue();
    assertThat(refusal(waiting, lift(1), "jelena"))
        .isEqualTo(CaseDecision.Refusal.ANOTHER_PERSON_NEEDED);
    assertThat(CaseDecisions.decide(waiting, lift(1), "milica", NOW))
        .isInstanceOfSatisfying(
            CaseDecision.Changed.class,
            c -> {
              assertThat(c.change()).isEqualTo(ChangeType.CASE_LIFTED);
              assertThat(c.next().standing()).isEqualTo(Case.Standing.OPEN);
              assertThat(c.next().rulings().words()).isEmpty();
              assertThat(c.next().rulings().lifts())
                  .singleElement()
                  .satisfies(
                      l ->
                          assertThat(List.of(l.by(), l.with()))
                              .containsExactly("jelena", "milica"));
            });
  }

  @Test
  @Proves(4)
  void whateverStopsAfterTheFirstWordMakesItVoid() {
    Case waiting = after(frozen(), lift(1), "jelena");
    Case again = after(waiting, new CaseCommand.FreezeAll(), "ana");
    Case located = after(waiting, new CaseCommand.Locate("c1"), "ana");
    Case located2 = after(after(located, lift(1), "jelena"), new CaseCommand.Locate("c1"), "ana");
    for (Case now : List.of(again, located, located2, waiting.braked(NOW), waiting.stopped())) {
      assertThat(now.rulings().words()).isEmpty();
      assertThat(after(now, lift(1), "milica").isFrozen()).as("it is a first word").isTrue();
    }
  }

  @Test
  @Proves({2, 4})
  void aBrakeThatAnEarlierBuildHeardOfIsCountedByTheLift() {
    var line = new Happening(1, "handover.braked.v1", NOW, "p9");
    var uncounted = Heard.told(2, Set.of(), List.of(line), List.of(), Map.of());
    Case braked = frozen().hearing("handover/h2", uncounted);
    Case lifted = after(after(braked, lift(1), "jelena"), lift(1), "milica");
    assertThat(lifted.heard("handover/h2").mark(Heard.Mark.REFERENCED_BRAKE)).isEqualTo(1);
    assertThat(lifted.heard("handover/h1").marks()).isEmpty();
  }

  @Test
  void aLiftNamesTheFreezeThatStands() {
    assertThat(refusal(frozen(), lift(2), "jelena")).isEqualTo(CaseDecision.Refusal.OTHER_FREEZE);
    Case lifted = after(after(frozen(), lift(1), "jelena"), lift(1), "milica");
    assertThat(CaseDecisions.decide(lifted, lift(1), "petar", NOW))
        .isEqualTo(new CaseDecision.Unchanged());
    Case second = lifted.frozen(NOW, "ana");
    assertThat(refusal(second, lift(1), "jelena")).isEqualTo(CaseDecision.Refusal.OTHER_FREEZE);
    assertThat(after(after(second, lift(2), "jelena"), lift(2), "milica").isFrozen()).isFalse();
  }

  @Test
  void afterALiftAChildOfWhomThereWasOnlyAWordIsMissing() {
    Case located = after(open(), new CaseCommand.Locate("c1"), "ana");
    Case lifted = after(after(located, lift(1), "jelena"), lift(1), "milica");
    assertThat(lifted.children().get("c1")).isEqualTo(KeptChild.MISSING);
    Case again = after(lifted, new CaseCommand.Locate("c1"), "ana");
    assertThat(again.isFrozen()).as("said again, it freezes again").isTrue();
  }

  @Test
  @Proves(4)
  void aRestoreFreezesNothingThatWasLiftedAndEverythingElse() {
    Case lifted = after(after(frozen(), lift(1), "jelena"), lift(1), "milica");
    for (CaseCommand old : List.of(new CaseCommand.FreezeAll(1), new CaseCommand.Locate("c1", 1))) {
      assertThat(CaseDecisions.decide(lifted, old, "restore", NOW))
          .isEqualTo(new CaseDecision.Unchanged());
    }
    for (CaseCommand unknown :
        List.of(new CaseCommand.FreezeAll(2), new CaseCommand.Locate("c1", 2))) {
      assertThat(after(lifted, unknown, "restore").isFrozen()).isTrue();
    }
  }

  @Test
  @Proves(5)
  void whatItsOwnerFreezesStaysFrozenHereUntilTheOwnerSaysOtherwise() {
    Heard frozen = heard(2, Map.of(Heard.Mark.OWNER_FROZE, 2L));
    Case foreign =
        aForeignCase(true, ChildState.MISSING, Release.RELEASED).hearing("handover/h1", frozen);
    assertThat(refusal(foreign, lift(1), "jelena")).isEqualTo(CaseDecision.Refusal.FROZEN_BY_OWNER);
    Case released = foreign.hearing("handover/h1", heard(3, Map.of()));
    assertThat(after(after(released, lift(1), "jelena"), lift(1), "milica").isFrozen()).isFalse();
  }

  private static Heard heard(long version, Map<Heard.Mark, Long> marks) {
    return Heard.told(version, Set.of(), List.of(), List.of(), marks);
  }

  @Test
  @Proves(11)
  void aBrakeIsATaskUntilASupervisorAnswersItAndTheNextOneCountsAnew() {
    Case braked =
        open().hearing("handover/h1", heard(2, Map.of(Heard.Mark.LONE_BRAKE, 1L))).braked(NOW);
    assertThat(braked.isBraked()).isTrue();
    assertThat(braked.standing()).isEqualTo(Case.Standing.OPEN);
    assertThat(braked.ringsAt()).contains(NOW);
    Task task =
        braked.allTasks().stream()
            .filter(each -> each.kind() == Task.Kind.ANSWER_BRAKE)
            .findFirst()
            .orElseThrow();
    assertThat(refusal(braked, new CaseCommand.FinishTask(task.id()), "jelena"))
        .as("nobody waves it away")
        .isEqualTo(CaseDecision.Refusal.UNKNOWN_TASK);

    Case answered = after(braked, called(1), "jelena");
    assertThat(answered.isBraked()).isFalse();
    assertThat(answered.ringsAt()).isEmpty();
    assertThat(answered.allTasks()).extracting(Task::kind).doesNotContain(Task.Kind.ANSWER_BRAKE);
    Case again = answered.hearing("handover/h1", heard(3, Map.of(Heard.Mark.LONE_BRAKE, 2L)));
    assertThat(again.isBraked()).isTrue();
  }

  private static CaseCommand called(long seen) {
    return new CaseCommand.EndBrake(Map.of("h1", seen, "h9", 3L), "called them");
  }

  @Test
  @Proves(11)
  void anAnswerIsForTheBrakesThatWereSeenAndALaterOneRingsOn() {
    Case one =
        open().hearing("handover/h1", heard(2, Map.of(Heard.Mark.LONE_BRAKE, 1L))).braked(NOW);
    Case two = one.hearing("handover/h1", heard(3, Map.of(Heard.Mark.LONE_BRAKE, 2L)));
    Case both = two.hearing("handover/h2", heard(1, Map.of(Heard.Mark.LONE_BRAKE, 1L)));

    Case answered = after(both, called(1), "jelena");
    assertThat(RulingDecisions.openBrakes(answered)).isEqualTo(Map.of("h1", 2L, "h2", 1L));
    assertThat(answered.ringsAt()).contains(NOW);
    assertThat(CaseDecisions.decide(answered, called(1), "jelena", NOW))
        .isEqualTo(new CaseDecision.Unchanged());

    Case firstOver = after(answered, called(7), "jelena");
    assertThat(RulingDecisions.openBrakes(firstOver))
        .as("the other partner's")
        .isEqualTo(Map.of("h2", 1L));
    Case third = firstOver.hearing("handover/h1", heard(4, Map.of(Heard.Mark.LONE_BRAKE, 3L)));
    assertThat(RulingDecisions.openBrakes(third))
        .as("nobody answers ahead")
        .containsEntry("h1", 3L);

    var other = new CaseCommand.EndBrake(Map.of("h2", 1L), "called the others");
    Case last = after(firstOver, other, "jelena");
    assertThat(last.isBraked()).as("an answer to one takes none from another").isFalse();
    assertThat(last.rulings().ringsAt()).isNull();
  }

  @Test
  @Proves(12)
  void aBrakeKeepsNothingFromThePolice() {
    Case braked =
        Before.BRAKED.in(
            aCase(false, ChildState.MISSING, Release.UNDECIDED, Proposal.RELEASE),
            CaseCommand.Move.END_BRAKE);
    assertThat(CaseDecisions.decide(braked, command(CaseCommand.Move.RELEASE), "ana", NOW))
        .isInstanceOf(CaseDecision.Changed.class);
  }

  @Test
  @Proves(7)
  void onePersonErasesOnlyWhatIsOver() {
    var byOfficer = new CaseCommand.Erase(EraseReason.SUBJECT_REQUEST, DPO);
    var bySupervisor = new CaseCommand.Erase(EraseReason.SUBJECT_REQUEST, SUPERVISOR);
    Case ended = aCase(false, ChildState.ENDED, Release.RELEASED, Proposal.RELEASE);
    Case over = Before.ALL_OVER.in(ended, CaseCommand.Move.ERASE);
    assertThat(CaseDecisions.decide(over, byOfficer, "vera", NOW))
        .isInstanceOfSatisfying(
            CaseDecision.Erased.class, erased -> assertThat(erased.with()).isNull());
    assertThat(refusal(over, bySupervisor, "jelena")).isEqualTo(CaseDecision.Refusal.DPO_REQUIRED);

    for (Case alive : List.of(open(), frozen(), ended)) {
      Case waiting = after(alive, byOfficer, "vera");
      assertThat(waiting).isNotEqualTo(alive);
      assertThat(refusal(waiting, byOfficer, "vera"))
          .isEqualTo(CaseDecision.Refusal.ANOTHER_PERSON_NEEDED);
      assertThat(CaseDecisions.decide(waiting, bySupervisor, "jelena", NOW))
          .isInstanceOfSatisfying(
              CaseDecision.Erased.class, erased -> assertThat(erased.with()).isEqualTo("vera"));
    }
  }

  @Test
  @Proves(7)
  void whoeverEndedTheSearchForAChildDoesNotEraseTheCaseAlone() {
    var byOfficer = new CaseCommand.Erase(EraseReason.SUBJECT_REQUEST, DPO);
    var bySupervisor = new CaseCommand.Erase(EraseReason.SUBJECT_REQUEST, SUPERVISOR);
    Case ended = aCase(false, ChildState.ENDED, Release.RELEASED, Proposal.RELEASE);
    Case over = Before.ALL_OVER.in(ended, CaseCommand.Move.ERASE);
    over = over.with(over.rulings().deciding(end("c1", "vera")).deciding(end("c2", "jelena")));

    assertThat(CaseDecisions.decide(over, byOfficer, "nada", NOW))
        .as("another officer is the second person")
        .isInstanceOf(CaseDecision.Erased.class);
    Case waiting = after(over, byOfficer, "vera");
    assertThat(waiting.rulings().words()).hasSize(1);
    assertThat(refusal(waiting, byOfficer, "vera"))
        .isEqualTo(CaseDecision.Refusal.ANOTHER_PERSON_NEEDED);
    assertThat(CaseDecisions.decide(waiting, bySupervisor, "jelena", NOW))
        .isInstanceOfSatisfying(
            CaseDecision.Erased.class, erased -> assertThat(erased.with()).isEqualTo("vera"));
  }

  @Test
  @Proves(7)
  void howeverManyDecisionsFollowWhoEndedASearchIsKnown() {
    Rulings rulings = Rulings.NONE.deciding(end("c1", "vera")).seen(1, "jelena", NOW);
    for (int i = 0; i < 150; i++) {
      var released = Decided.photoReleased("c" + i, "ana", NOW);
      rulings = rulings.deciding(released).seen(i + 2, "jelena", NOW);
    }
    assertThat(rulings.isEndedBy("vera")).isTrue();
    assertThat(rulings.isEndedBy("ana")).isFalse();
    assertThat(rulings.decided()).hasSizeLessThan(150);
  }

  private static Decided end(String child, String by) {
    return Decided.ended(child, Outcome.FOUND_SAFE, Verification.POLICE_REFERENCE, by, NOW);
  }

  @Test
  @Proves(7)
  void aReasonThatIsNotTrueMakesNobodyDecideAlone() {
    var retention = new CaseCommand.Erase(EraseReason.RETENTION_OVER, DPO);
    assertThat(CaseDecisions.decide(open(), retention, "vera", NOW))
        .as("a report of today")
        .isInstanceOf(CaseDecision.Noted.class);
    Instant later = NOW.plus(Duration.ofDays(4000));
    assertThat(CaseDecisions.decide(open(), retention, "vera", later))
        .as("a child missing for long is missing")
        .isInstanceOf(CaseDecision.Noted.class);
    Case ended = aCase(false, ChildState.ENDED, Release.RELEASED, Proposal.RELEASE);
    assertThat(CaseDecisions.decide(ended, retention, "vera", later))
        .as("a handover is out")
        .isInstanceOf(CaseDecision.Noted.class);
    Case over = Before.ALL_OVER.in(ended, CaseCommand.Move.ERASE);
    assertThat(CaseDecisions.decide(over, retention, "vera", later))
        .isInstanceOf(CaseDecision.Erased.class);
  }

  @Test
  void whoeverCallsAgainMakesAFirstWordForErasureVoid() {
    Case waiting = after(open(), new CaseCommand.Erase(EraseReason.COURT_ORDER, DPO), "vera");
    Case joined =
        after(waiting, new CaseCommand.Join(further(Says.EMPTY), List.of(), false), "ana");
    assertThat(joined.rulings().words()).isEmpty();
  }

  @Test
  void aRestoreErasesWhatWasDecidedBefore() {
    assertThat(
            CaseDecisions.decide(
                open(), new CaseCommand.EraseAgain(EraseReason.COURT_ORDER), "restore", NOW))
        .isInstanceOf(CaseDecision.Erased.class);
  }

  @Test
  void aFirstWordForOneMatterLeavesTheOthersAlone() {
    Case waiting = after(frozen(), lift(1), "jelena");
    Case both = after(waiting, new CaseCommand.Erase(EraseReason.COURT_ORDER, DPO), "vera");
    assertThat(both.rulings().words())
        .extracting(word -> word.matter().kind())
        .containsExactly(Matter.Kind.LIFT_FREEZE, Matter.Kind.ERASE);
  }
}
