package org.homeward.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.intake.cases.CaseSamples.NOW;
import static org.homeward.intake.cases.CaseSamples.aForeignCase;
import static org.homeward.intake.cases.TrialRulings.DPO;
import static org.homeward.intake.cases.TrialRulings.SUPERVISOR;
import static org.homeward.intake.cases.TrialRulings.after;
import static org.homeward.intake.cases.TrialRulings.frozen;
import static org.homeward.intake.cases.TrialRulings.lift;
import static org.homeward.intake.cases.TrialRulings.open;
import static org.homeward.intake.cases.TrialRulings.refusal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.durable.shape.JsonStateCodec;
import org.homeward.face.access.Role;
import org.homeward.intake.cases.CaseSamples.Release;
import org.homeward.intake.staff.Staff;
import org.homeward.schema.json.Json;
import org.homeward.schema.people.ChildState;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** Who must not learn of a case: named by one person, shown again by two. */
class ExclusionDecisionsTest {

  private static final Staff STAFF =
      new Staff(
          Map.of(
              Role.SUPERVISOR,
              Set.of("jelena", "milica", "zoran"),
              Role.AUTHORITY,
              Set.of("petar"),
              Role.DPO,
              Set.of("vera"),
              Role.OPERATOR,
              Set.of("marko", "milos", "jelena")),
          Set.of("milos"),
          Set.of("jelena", "milica"),
          Set.of("vera"));

  @Test
  @Proves(6)
  void aDeskAndThePersonsWhoDecideAreNamedByASupervisor() {
    for (String entry :
        List.of(
            "desk:novi-sad",
            "person:jelena",
            "person:petar",
            "person:vera",
            "person:milos",
            "person:nobody-here")) {
      assertThat(refusal(open(), keep(entry, false), "ana"))
          .isEqualTo(CaseDecision.Refusal.SUPERVISOR_REQUIRED);
    }
    assertThat(after(open(), keep("person:marko", false), "ana").notTo()).contains("person:marko");
    Case named = after(open(), keep("desk:novi-sad", true), "jelena");
    assertThat(named.notTo()).contains("desk:novi-sad");
    var both = new CaseCommand.KeepFrom(Set.of("desk:novi-sad", "person:marko"), false, STAFF);
    assertThat(after(named, both, "ana").notTo())
        .as("a supervisor has named the desk")
        .contains("person:marko");
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
    var stale = new Staff(STAFF.ever(), Set.of(), Set.of(), Set.of());
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
}
