package org.homeward.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.intake.cases.CaseSamples.NOW;
import static org.homeward.intake.cases.CaseSamples.aCase;
import static org.homeward.intake.cases.CaseSamples.aForeignCase;
import static org.homeward.intake.cases.CaseSamples.command;
import static org.homeward.intake.cases.CaseSamples.further;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.durable.document.JsonStateCodec;
import org.homeward.face.access.Role;
import org.homeward.intake.cases.CaseSamples.Before;
import org.homeward.intake.cases.CaseSamples.Release;
import org.homeward.intake.proposals.Proposal;
import org.homeward.intake.rulings.EraseReason;
import org.homeward.intake.rulings.Matter;
import org.homeward.intake.staff.Staff;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.facts.ChildState;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.Json;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class RulingDecisionsTest {

  private static final Set<Role> SUPERVISOR = Set.of(Role.SUPERVISOR);
  private static final Set<Role> DPO = Set.of(Role.DPO);
  private static final Staff STAFF =
      new Staff(
          Map.of(
              Role.SUPERVISOR,
              Set.of("jelena", "milica", "zoran"),
              Role.AUTHORITY,
              Set.of("petar"),
              Role.DPO,
              Set.of("vera")),
          Set.of("jelena", "milica"),
          Set.of("vera"));

  private static Case open() {
    return aCase(false, ChildState.MISSING, Release.RELEASED, Proposal.RELEASE);
  }

  private static Case frozen() {
    return open().frozen(NOW, "p1");
  }

  private static CaseCommand lift(int freeze) {
    return new CaseCommand.Lift(freeze, "mistaken", SUPERVISOR);
  }

  private static Case after(Case now, CaseCommand command, String by) {
    return switch (CaseDecisions.decide(now, command, by, NOW)) {
      case CaseDecision.Changed changed -> changed.next();
      case CaseDecision.Noted(Case next) -> next;
      case CaseDecision.Unchanged() -> now;
      case CaseDecision.Refused refused -> throw new AssertionError(refused.why());
      case CaseDecision.Erased _ -> throw new AssertionError("erased");
    };
  }

  private static CaseDecision.Refusal refusal(Case now, CaseCommand command, String by) {
    return ((CaseDecision.Refused) CaseDecisions.decide(now, command, by, NOW)).why();
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
  @Proves(6)
  void aDeskAndThePersonsWhoDecideAreNamedByASupervisor() {
    for (String entry : List.of("desk:novi-sad", "person:jelena", "person:petar", "person:vera")) {
      assertThat(refusal(open(), keep(entry, false), "ana"))
          .isEqualTo(CaseDecision.Refusal.SUPERVISOR_REQUIRED);
    }
    assertThat(after(open(), keep("person:marko", false), "ana").notTo()).contains("person:marko");
    assertThat(after(open(), keep("desk:novi-sad", true), "jelena").notTo())
        .contains("desk:novi-sad");
  }

  private static CaseCommand keep(String entry, boolean bySupervisor) {
    return new CaseCommand.KeepFrom(Set.of(entry), bySupervisor, STAFF);
  }

  @Test
  @Proves(6)
  void theWordOfAPersonWhomTheCaseIsKeptFromIsVoid() {
    Case waiting = after(frozen(), lift(1), "jelena");
    Case kept = after(waiting, keep("person:jelena", true), "milica");
    assertThat(kept.rulings().words()).isEmpty();
    assertThat(after(kept, lift(1), "petar").isFrozen()).isTrue();
  }

  @Test
  @Proves(6)
  void oneSupervisorAndOneOfficerAlwaysRemain() {
    assertThat(refusal(open(), keep("person:vera", true), "jelena"))
        .isEqualTo(CaseDecision.Refusal.NOBODY_WOULD_REMAIN);
    Case one = after(open(), keep("person:milica", true), "jelena");
    assertThat(refusal(one, keep("person:jelena", true), "jelena"))
        .isEqualTo(CaseDecision.Refusal.NOBODY_WOULD_REMAIN);
  }

  @Test
  @Proves(6)
  void whoHasNotBeenSeenForLongIsProtectedAndCountsForNobody() {
    assertThat(refusal(open(), keep("person:zoran", false), "ana"))
        .isEqualTo(CaseDecision.Refusal.SUPERVISOR_REQUIRED);
    var stale = new Staff(STAFF.ever(), Set.of(), Set.of());
    for (String entry : List.of("person:zoran", "person:jelena", "person:vera")) {
      assertThat(refusal(open(), new CaseCommand.KeepFrom(Set.of(entry), true, stale), "jelena"))
          .as("nobody is known who would remain")
          .isEqualTo(CaseDecision.Refusal.NOBODY_WOULD_REMAIN);
    }
    var plain = new CaseCommand.KeepFrom(Set.of("person:marko"), true, stale);
    assertThat(after(open(), plain, "jelena").notTo()).contains("person:marko");
    Case one = after(open(), keep("person:milica", true), "jelena");
    assertThat(refusal(one, keep("person:jelena", true), "jelena"))
        .as("zoran does not count")
        .isEqualTo(CaseDecision.Refusal.NOBODY_WOULD_REMAIN);
  }

  @Test
  @Proves(6)
  void supervisorAndOfficerTakeAnEntryAwayTogether() {
    var bySupervisor = new CaseCommand.ShowAgain(Set.of("person:p7"), "cleared", SUPERVISOR);
    var byOfficer = new CaseCommand.ShowAgain(Set.of("person:p7"), "cleared", DPO);
    Case waiting = after(open(), bySupervisor, "jelena");
    assertThat(waiting.notTo()).contains("person:p7");
    assertThat(refusal(waiting, bySupervisor, "milica"))
        .isEqualTo(CaseDecision.Refusal.ANOTHER_PERSON_NEEDED);
    assertThat(after(waiting, byOfficer, "vera").notTo()).containsExactly("country:TR");
    Case named = after(waiting, keep("person:p7", true), "jelena");
    assertThat(named.rulings().words()).as("named again meanwhile").isEmpty();
    assertThat(
            refusal(open(), new CaseCommand.ShowAgain(Set.of("person:p0"), "cleared", DPO), "vera"))
        .isEqualTo(CaseDecision.Refusal.NOT_KEPT_FROM);
  }

  @Test
  @Proves({5, 6})
  void whoIsKeptFromAForeignCaseHereStaysSoWhateverItsOwnerTells() {
    Case foreign = aForeignCase(false, ChildState.MISSING, Release.UNDECIDED);
    Case kept = after(foreign, keep("person:marko", false), "ana");
    Case retold =
        kept.retold(Set.of("country:TR"), kept.children(), kept.reports().getFirst(), NOW);
    assertThat(retold.notTo()).containsExactlyInAnyOrder("country:TR", "person:marko", "person:p7");
    assertThat(
            refusal(retold, new CaseCommand.ShowAgain(Set.of("country:TR"), "wrong", DPO), "vera"))
        .isEqualTo(CaseDecision.Refusal.NOT_THE_OWNER);
  }

  @Test
  @Proves({5, 6})
  void aLiftHereTakesNothingFromTheOwnersWord() {
    Case foreign = aForeignCase(false, ChildState.MISSING, Release.UNDECIDED);
    Case alsoHere = after(foreign, keep("country:TR", true), "jelena");
    Case lifted = shown(alsoHere, "country:TR");
    assertThat(lifted.notTo()).contains("country:TR");
    assertThat(lifted.rulings().keptFrom()).doesNotContain("country:TR");
    var codec = new JsonStateCodec<>(Json.mapper(), KeptCase.class, CaseShapes.ALL);
    var stored = codec.write(alsoHere);
    assertThat(codec.read(stored, codec.newest())).isEqualTo(alsoHere);
    stored.remove("ownersNotTo");
    Case earlier = (Case) codec.read(stored, codec.newest());
    assertThat(earlier.notTo()).as("all in one set").isEqualTo(alsoHere.notTo());

    Case retold =
        alsoHere.retold(Set.of(), alsoHere.children(), alsoHere.reports().getFirst(), NOW);
    assertThat(shown(retold, "country:TR").notTo())
        .as("the owner names nobody any more")
        .containsExactly("person:p7");
  }

  private static Case shown(Case now, String entry) {
    var bySupervisor = new CaseCommand.ShowAgain(Set.of(entry), "cleared", SUPERVISOR);
    var byOfficer = new CaseCommand.ShowAgain(Set.of(entry), "cleared", DPO);
    return after(after(now, bySupervisor, "jelena"), byOfficer, "vera");
  }

  @Test
  @Proves(6)
  void itsOwnerTakesNoRoomFromThisNodeAndTheSchemaTakesBoth() {
    Case foreign = aForeignCase(false, ChildState.MISSING, Release.UNDECIDED);
    Case full =
        foreign.retold(
            entries("owner", KeptCase.MOST_KEPT_FROM),
            foreign.children(),
            foreign.reports().getFirst(),
            NOW);
    var all = entries("here", KeptCase.MOST_KEPT_FROM - 1);
    Case both = after(full, new CaseCommand.KeepFrom(all, true, STAFF), "jelena");
    assertThat(both.notTo()).hasSize(200);
    assertThat(refusal(both, keep("person:one-more", true), "jelena"))
        .isEqualTo(CaseDecision.Refusal.TOO_MANY);
  }

  private static Set<String> entries(String of, int count) {
    Set<String> entries = new HashSet<>();
    for (int i = 0; i < count; i++) entries.add("person:" + of + i);
    return entries;
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
