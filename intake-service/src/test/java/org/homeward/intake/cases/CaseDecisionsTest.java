package org.homeward.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.durable.document.Command;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.Category;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.ChildState;
import org.homeward.schema.facts.ChildStatus;
import org.homeward.schema.facts.Code;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.Outcome;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Reporter;
import org.homeward.schema.facts.ReporterRelation;
import org.homeward.schema.facts.Risk;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.SnapshotKind;
import org.homeward.schema.facts.Tombstone;
import org.homeward.schema.facts.Verification;
import org.homeward.testkit.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseDecisionsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T22:15:00Z");
  private static final Tombstone STONE =
      new Tombstone("h1", SnapshotKind.HANDOVER, false, YearMonth.of(2026, 3));
  private static final Path TABLE = Path.of("../docs/case-decisions.md");

  private enum Release {
    UNDECIDED(new PoliceRelease.Held(Code.of(HoldReason.UNDECIDED), NOW)),
    HELD(new PoliceRelease.Held(Code.of(HoldReason.REFUSED), NOW)),
    BY_PHONE(new PoliceRelease.ByPhone("desk", NOW, "ref")),
    RELEASED(new PoliceRelease.Released("desk", Code.of(Basis.PUBLIC_TASK)));

    private final PoliceRelease value;

    Release(PoliceRelease value) {
      this.value = value;
    }
  }

  private static Case aCase(boolean frozen, ChildState child, Release release, Proposal proposal) {
    return aCase(null, frozen, child, release, proposal);
  }

  private static Case aForeignCase(boolean frozen, ChildState child, Release release) {
    return aCase("handover/h1", frozen, child, release, Proposal.RELEASE);
  }

  private static Case aCase(
      @Nullable String broughtBy,
      boolean frozen,
      ChildState child,
      Release release,
      Proposal proposal) {
    KeptChild kept =
        switch (child) {
          case MISSING -> KeptChild.MISSING;
          case LOCATED_UNVERIFIED -> KeptChild.LOCATED;
          case ENDED ->
              new KeptChild(
                  ChildStatus.ended(Outcome.FOUND_SAFE, Verification.POLICE_REFERENCE), "KU 1");
        };
    Says says = Says.builder().children(Map.of("c1", ChildFacts.EMPTY)).build();
    var report = new Report("r1", NOW, Code.of(Channel.PHONE), release.value, says);
    var keptReport =
        new KeptReport(report, List.of("c1"), proposal, "p1", new Command("k", "h"), null);
    var sighted =
        new Heard(
            1,
            Set.of(Task.Kind.READ_SIGHTING),
            Map.of(),
            List.of(new Happening(1, "handover.sighted.v1", NOW, "p9")),
            List.of());
    return new Case(
        "case1",
        broughtBy == null ? "rs" : "gr",
        false,
        NOW,
        broughtBy,
        frozen ? new Freeze(NOW, "p1") : null,
        Set.of("country:TR", "person:p7"),
        Map.of("c1", kept),
        List.of(keptReport),
        List.of(),
        Map.of("handover/h1", sighted));
  }

  private static KeptReport further(Says says) {
    var held = new PoliceRelease.Held(Code.of(HoldReason.UNDECIDED), NOW);
    return new KeptReport(
        new Report("r2", NOW, Code.of(Channel.PHONE), held, says),
        List.of(),
        Proposal.RELEASE,
        "p2",
        new Command("k2", "h"),
        null);
  }

  private static CaseCommand command(CaseCommand.Move move) {
    return switch (move) {
      case JOIN -> new CaseCommand.Join(further(Says.EMPTY), List.of(), false);
      case AMEND ->
          new CaseCommand.Amend("r1", s -> s.with().risk(Risk.of(RiskLevel.HIGH)).build());
      case RELEASE ->
          new CaseCommand.Release(
              "r1", new PoliceRelease.Released("desk", Code.of(Basis.PUBLIC_TASK)), null, false);
      case HOLD -> new CaseCommand.Hold("r1", HoldReason.REFUSED, false);
      case FREEZE -> new CaseCommand.FreezeAll();
      case LOCATE -> new CaseCommand.Locate("c1");
      case END ->
          new CaseCommand.End("c1", Outcome.FOUND_SAFE, Verification.POLICE_REFERENCE, "KU 1");
      case FINISH_TASK -> new CaseCommand.FinishTask("READ_SIGHTING.handover.h1");
      case ERASE -> new CaseCommand.Erase(EraseReason.SUBJECT_REQUEST);
    };
  }

  private static String said(Decided decided) {
    return switch (decided) {
      case Decided.Changed changed ->
          changed.change().text()
              + " → "
              + changed.next().standing()
              + (changed.essential() ? " (never refused for size)" : "");
      case Decided.Noted noted -> "noted → " + noted.next().standing();
      case Decided.Erased _ -> "case.erased.v1 → ERASED (never refused for size)";
      case Decided.Unchanged() -> "is so already";
      case Decided.Refused refused -> "refused: " + refused.why();
    };
  }

  @Test
  void theTableInTheDocumentsIsTheDecision() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# What a command does to a case");
    lines.add("");
    lines.add(
        "Generated by `CaseDecisionsTest` from `CaseDecisions.decide`: one child, one report,");
    lines.add("proposed for release, one sighting to read, by an operator who gives no reason.");
    lines.add("Erasure is a data-protection officer's.");
    lines.add("");
    lines.add("## A case of this node");
    lines.add("");
    lines.add("| case | child | report | command | outcome |");
    lines.add("|---|---|---|---|---|");
    rows(lines, (frozen, child, release) -> aCase(frozen, child, release, Proposal.RELEASE));
    lines.add("");
    lines.add("## A case of another node");
    lines.add("");
    lines.add("| case | child | report | command | outcome |");
    lines.add("|---|---|---|---|---|");
    rows(lines, CaseDecisionsTest::aForeignCase);
    lines.add("");
    lines.add("## An erased case");
    lines.add("");
    lines.add("| command | outcome |");
    lines.add("|---|---|");
    for (CaseCommand.Move move : CaseCommand.Move.values()) {
      Decided decided = CaseDecisions.decide(anErasedCase(), command(move), "p1", NOW);
      lines.add("| %s | %s |".formatted(move, said(decided)));
    }
    String table = String.join("\n", lines) + "\n";
    if (Boolean.getBoolean("write.tables")) {
      Files.writeString(TABLE, table);
    }
    assertThat(TABLE).as("run with -Dwrite.tables=true after a wanted change").hasContent(table);
  }

  private interface Made {
    Case of(boolean frozen, ChildState child, Release release);
  }

  private static void rows(List<String> lines, Made made) {
    for (boolean frozen : new boolean[] {false, true}) {
      for (ChildState child : ChildState.values()) {
        for (Release release : Release.values()) {
          Case now = made.of(frozen, child, release);
          for (CaseCommand.Move move : CaseCommand.Move.values()) {
            Decided decided = CaseDecisions.decide(now, command(move), "p1", NOW);
            lines.add(
                "| %s%s | %s | %s | %s | %s |"
                    .formatted(
                        now.standing(),
                        frozen && child == ChildState.ENDED ? " (was frozen)" : "",
                        child,
                        release,
                        move,
                        said(decided)));
          }
        }
      }
    }
  }

  private static ErasedCase anErasedCase() {
    return aCase(false, ChildState.MISSING, Release.RELEASED, Proposal.RELEASE)
        .erased(EraseReason.SUBJECT_REQUEST);
  }

  @Test
  @Proves(5)
  void onlyItsOwnerStatesFactsOfACaseEndsAndErasesIt() {
    for (ChildState child : ChildState.values()) {
      Case foreign = aForeignCase(false, child, Release.UNDECIDED);
      for (CaseCommand.Move move : CaseCommand.Move.values()) {
        Decided decided = CaseDecisions.decide(foreign, command(move), "p1", NOW);
        boolean here =
            Set.of(
                    CaseCommand.Move.RELEASE,
                    CaseCommand.Move.HOLD,
                    CaseCommand.Move.FREEZE,
                    CaseCommand.Move.FINISH_TASK)
                .contains(move);
        boolean refused =
            decided instanceof Decided.Refused(Decided.Refusal why, var _)
                && why == Decided.Refusal.NOT_THE_OWNER;
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
        ((Decided.Noted)
                CaseDecisions.decide(now, command(CaseCommand.Move.FINISH_TASK), "p1", NOW))
            .next();
    assertThat(done.allTasks()).isEmpty();
    var later = new Happening(3, "handover.sighted.v1", NOW, "p9");
    var news = new News("case1", "handover/h1", 3, List.of(later), STONE, false);
    assertThat(done.hearing(news, Set.of(Task.Kind.READ_SIGHTING), List.of()).allTasks())
        .hasSize(1);
    assertThat(done.hearing(news, Set.of(), List.of()).allTasks()).isEmpty();
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
              new Decided.Refused(
                  Decided.Refusal.RELEASE_IS_FINAL, Set.of(CaseCommand.Move.values())));
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
            Decided.Refused.class,
            r -> assertThat(r.why()).isEqualTo(Decided.Refusal.REASON_REQUIRED));
    assertThat(
            CaseDecisions.decide(
                now, new CaseCommand.Release("r1", released, "on a bridge", false), "p1", NOW))
        .isInstanceOf(Decided.Changed.class);
    assertThat(
            CaseDecisions.decide(
                now, new CaseCommand.Release("r1", released, null, true), "p1", NOW))
        .isInstanceOf(Decided.Changed.class);
  }

  @Test
  @Proves(4)
  void aWordAboutTheChildFreezesAndEndsNothing() {
    Case now = aCase(false, ChildState.MISSING, Release.RELEASED, Proposal.RELEASE);
    assertThat(CaseDecisions.decide(now, new CaseCommand.Locate("c1"), "p1", NOW))
        .isInstanceOfSatisfying(
            Decided.Changed.class,
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
            Decided.Changed.class,
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
            Decided.Refused.class,
            r -> assertThat(r.why()).isEqualTo(Decided.Refusal.EXERCISE_AND_REAL));
  }

  @Test
  void aReportSpeaksOnlyOfChildrenOfItsCase() {
    Case now = aCase(false, ChildState.MISSING, Release.RELEASED, Proposal.RELEASE);
    Says stranger = Says.builder().children(Map.of("c9", ChildFacts.EMPTY)).build();
    assertThat(
            CaseDecisions.decide(
                now, new CaseCommand.Join(further(stranger), List.of(), false), "p1", NOW))
        .isInstanceOf(Decided.Refused.class);
    assertThat(
            CaseDecisions.decide(
                now, new CaseCommand.Join(further(stranger), List.of("c9"), false), "p1", NOW))
        .isInstanceOf(Decided.Changed.class);
  }

  @Test
  void anotherCategoryIsARecategorisation() {
    Case now = aCase(false, ChildState.MISSING, Release.RELEASED, Proposal.RELEASE);
    var amend =
        new CaseCommand.Amend("r1", s -> s.with().category(Code.of(Category.RUNAWAY)).build());
    assertThat(CaseDecisions.decide(now, amend, "p1", NOW))
        .isInstanceOfSatisfying(
            Decided.Changed.class,
            c -> assertThat(c.change()).isEqualTo(ChangeType.CASE_RECATEGORISED));
  }

  @Test
  @Proves(11)
  void aHeldReportThatNobodyReviewsBecomesATask() {
    Case now = aCase(false, ChildState.MISSING, Release.HELD, Proposal.RELEASE);
    assertThat(HoldReviews.dues(now)).containsExactly(Map.entry("review/r1", NOW));
    assertThat(HoldReviews.withOverdueTasks(now, NOW.minusMillis(1)).tasks()).isEmpty();
    Case reminded = HoldReviews.withOverdueTasks(now, NOW);
    assertThat(reminded.tasks()).containsExactly(Task.review("r1", NOW));
    assertThat(HoldReviews.dues(reminded)).isEmpty();
    assertThat(
            CaseDecisions.decide(
                reminded, new CaseCommand.Hold("r1", HoldReason.REFUSED, true), "p1", NOW))
        .isInstanceOfSatisfying(
            Decided.Changed.class,
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
            s ->
                s.with()
                    .reporter(
                        new Reporter(Code.of(ReporterRelation.CHILD_SELF), null, null, null, null))
                    .risk(Risk.of(RiskLevel.HIGH))
                    .build());
    var later = NOW.minus(Duration.ofHours(6));
    assertThat(CaseDecisions.decide(now, amend, "p1", later))
        .isInstanceOfSatisfying(
            Decided.Changed.class,
            c -> {
              var report = c.next().report("r1").orElseThrow();
              assertThat(report.proposal()).isEqualTo(new Proposal(HoldReason.CHILD_CALLED));
              assertThat(HoldReviews.dues(c.next()))
                  .containsEntry("review/r1", later.plus(Duration.ofHours(1)));
            });
  }

  @Test
  void anotherDeskOrCallAfterAReleaseIsRefusedNotSwallowed() {
    var other = new PoliceRelease.Released("other", Code.of(Basis.PUBLIC_TASK));
    var call = new PoliceRelease.ByPhone("desk", NOW, "another call");
    for (PoliceRelease wish : List.of(other, call)) {
      Case now = aCase(false, ChildState.MISSING, Release.RELEASED, Proposal.RELEASE);
      assertThat(
              CaseDecisions.decide(now, new CaseCommand.Release("r1", wish, null, true), "p1", NOW))
          .isInstanceOf(Decided.Refused.class);
    }
    Case told = aCase(false, ChildState.MISSING, Release.BY_PHONE, Proposal.RELEASE);
    assertThat(
            CaseDecisions.decide(told, new CaseCommand.Release("r1", call, null, true), "p1", NOW))
        .isInstanceOf(Decided.Refused.class);
  }

  @Test
  void atHighRiskAHoldIsReviewedWithinTheHour() {
    Says high = Says.builder().risk(Risk.of(RiskLevel.HIGH)).build();
    assertThat(HoldReviews.next(high, NOW)).isEqualTo(NOW.plus(Duration.ofMinutes(60)));
    assertThat(HoldReviews.next(Says.EMPTY, NOW)).isEqualTo(NOW.plus(Duration.ofHours(12)));
  }
}
