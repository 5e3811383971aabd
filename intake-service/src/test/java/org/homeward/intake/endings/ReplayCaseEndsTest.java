package org.homeward.intake.endings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.PendingChange;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.Replay;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.KeptChild;
import org.homeward.intake.cases.TrialCases;
import org.homeward.intake.rulings.EraseReason;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.people.Verification;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** What is written of an end, and read after a restore. */
class ReplayCaseEndsTest {

  private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");
  private static final String CHILD = "c0ffee00-0000-4000-8000-000000000001";
  private static final Case ENDED =
      new Case(
          "c0ffee00-0000-4000-8000-000000000002",
          "rs",
          false,
          AT,
          null,
          Set.of(),
          Map.of(
              CHILD,
              new KeptChild(
                  ChildStatus.ended(Outcome.FOUND_SAFE, Verification.POLICE_REFERENCE), "KU-1/26")),
          List.of(),
          List.of());

  @Test
  void anErasureForAReasonThatOnlyANewerReleaseKnowsIsLeftToAPerson() {
    var line = new EndsLine(AT, "case/" + ENDED.id(), 7, "erase", Map.of("reason", "NEWER"));

    assertThat(new ReplayCaseEnds(null).replay(line)).isEqualTo(Replay.Replayed.MISSING);
  }

  @Test
  void whatACaseTakesAwayIsSaidInCodes() {
    var change = new PendingChange(7, "case.ended.v1", AT, "p");
    Guarded<KeptCase> document =
        Guarded.unstored(ENDED.id(), 7, ENDED, null, List.of(change), Map.of());

    assertThat(CaseEnds.of(document, change))
        .containsExactly(
            new EndsLine(
                AT,
                "case/" + ENDED.id(),
                7,
                "end",
                Map.of("child", CHILD, "outcome", "FOUND_SAFE", "verifiedBy", "POLICE_REFERENCE")));
  }

  @Test
  @Proves(6)
  void fromWhomACaseIsKeptIsSaidAtEachAmendmentAndBeforeItsErasure() {
    Set<String> all = Set.of("person:a", "person:b", "country:XX", "desk:x", "person:c");
    Case kept = ENDED.keptFrom(all);
    var amended = new PendingChange(7, "case.amended.v1", AT, "p");
    var erased = new PendingChange(8, "case.erased.v1", AT, "p");

    List<EndsLine> lines = CaseEnds.of(guarded(kept, amended), amended);

    assertThat(lines).hasSize(2).allSatisfy(it -> assertThat(it.what()).isEqualTo("kept"));
    assertThat(lines.stream().flatMap(it -> it.codes().values().stream()))
        .containsExactlyInAnyOrderElementsOf(all);
    assertThat(CaseEnds.of(guarded(ENDED, amended), amended)).isEmpty();
    assertThat(CaseEnds.of(guarded(kept.erased(EraseReason.COURT_ORDER), erased), erased))
        .extracting(EndsLine::what)
        .containsExactly("kept", "erase");
  }

  private static Guarded<KeptCase> guarded(KeptCase state, PendingChange change) {
    return Guarded.unstored(state.id(), change.n(), state, null, List.of(change), Map.of());
  }

  @Test
  void aFreezeSaysWhichOneOfTheCaseItWasEvenIfItWasLiftedBeforeTheLineWasWritten() {
    Case open =
        new Case(
            ENDED.id(),
            "rs",
            false,
            AT,
            null,
            Set.of(),
            Map.of(CHILD, KeptChild.MISSING),
            List.of(),
            List.of());
    Case frozen = open.frozen(AT, "p");
    Case lifted = TrialCases.lifted(frozen);
    assertThat(freezeOf(frozen)).isEqualTo("1");
    assertThat(freezeOf(lifted)).isEqualTo("1");
    assertThat(freezeOf(lifted.frozen(AT, "p"))).isEqualTo("2");
  }

  private static String freezeOf(Case state) {
    var change = new PendingChange(7, "case.frozen.v1", AT, "p");
    Guarded<KeptCase> document =
        Guarded.unstored(state.id(), 7, state, null, List.of(change), Map.of());
    return CaseEnds.of(document, change).getFirst().codes().get("freeze");
  }
}
