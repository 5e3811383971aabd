package org.homeward.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.homeward.intake.imports.Import.Stage;
import org.homeward.intake.imports.ImportCommand.Discard;
import org.homeward.intake.imports.ImportCommand.ExpireIfDue;
import org.homeward.intake.imports.ImportCommand.Progress;
import org.homeward.intake.imports.ImportCommand.Review;
import org.homeward.intake.imports.ImportCommand.RingIfDue;
import org.homeward.intake.imports.ImportCommand.Settle;
import org.homeward.intake.imports.ImportCommand.Take;
import org.homeward.intake.imports.ImportDecision.Refusal;
import org.homeward.intake.imports.rows.FileFormat;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImportDecisionsTest {

  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration HALF_A_DAY = Duration.ofHours(12);

  private static final Import CHECKED =
      new Import(false, FileFormat.CSV, "s", "key", "jelena", NOW, RowCounts.NONE, null, Map.of());
  private static final Import TAKING = after(CHECKED, new Take("jelena"));
  private static final Import PAUSED =
      after(TAKING, new Progress(0, 3, RowCounts.NONE.withTaken(), true, false, Map.of()));
  private static final Import TAKEN =
      after(TAKING, new Progress(0, 3, RowCounts.NONE.withTaken(), false, true, Map.of()));
  private static final Import REVIEWED = after(TAKEN, new Review("mina"));

  private static Import after(Import before, ImportCommand wish) {
    return (Import) ((ImportDecision.Changed) ImportDecisions.decide(before, wish, NOW)).next();
  }

  private static ImportDecision decide(KeptImport state, ImportCommand wish) {
    return ImportDecisions.decide(state, wish, NOW);
  }

  static Stream<KeptImport> states() {
    return Stream.of(CHECKED, TAKING, PAUSED, TAKEN, REVIEWED, new GoneImport(false));
  }

  static Stream<ImportCommand> commands() {
    return Stream.of(
        new Take("x"),
        new Progress(0, 1, RowCounts.NONE, false, false, Map.of()),
        new Review("x"),
        new Discard(),
        new RingIfDue(HALF_A_DAY),
        new Settle("c"),
        new ExpireIfDue(MONTH));
  }

  @ParameterizedTest
  @MethodSource("states")
  void everyCommandHasAnAnswerInEveryState(KeptImport state) {
    assertThat(commands().map(wish -> decide(state, wish))).hasSize(7).doesNotContainNull();
  }

  @Test
  void itGoesFromTheDryRunToTheReview() {
    assertThat(List.of(CHECKED.stage(), TAKING.stage(), PAUSED.stage(), TAKEN.stage()))
        .containsExactly(Stage.CHECKED, Stage.TAKING, Stage.PAUSED, Stage.TAKEN);
    assertThat(REVIEWED.stage()).isEqualTo(Stage.REVIEWED);
    assertThat(TAKEN.key()).as("the bytes have served").isNull();
  }

  @Test
  @Proves(2)
  void rowsThatAreDoneAlreadyMoveNothing() {
    var late = new Progress(1, 2, RowCounts.NONE.withTaken(), false, true, Map.of());

    assertThat(decide(TAKING, late)).isEqualTo(new ImportDecision.Unchanged());
    assertThat(decide(TAKEN, late)).isEqualTo(new ImportDecision.Unchanged());
  }

  @Test
  void aPausedOneGoesOnFromWhereItStood() {
    Import on = after(PAUSED, new Progress(3, 5, RowCounts.NONE, false, false, Map.of()));

    assertThat(on.stage()).isEqualTo(Stage.TAKING);
    assertThat(on.taking().upTo()).isEqualTo(5);
  }

  @Test
  void nothingIsReviewedBeforeItHasCome() {
    assertThat(decide(TAKING, new Review("x")))
        .isEqualTo(new ImportDecision.Refused(Refusal.IMPORT_NOT_TAKEN));
  }

  @Test
  void rowsOnTheirWayAreNotDiscarded() {
    assertThat(decide(TAKING, new Discard()))
        .isEqualTo(new ImportDecision.Refused(Refusal.IMPORT_TAKEN));
    assertThat(decide(CHECKED, new Discard()))
        .isEqualTo(new ImportDecision.Changed(new GoneImport(false)));
  }

  @Test
  @Proves(11)
  void neitherAPersonNorTheTimeEndsAReviewThatNobodyHasMade() {
    assertThat(decide(TAKEN, new Discard()))
        .isEqualTo(new ImportDecision.Refused(Refusal.IMPORT_TAKEN));
    assertThat(ImportDecisions.decide(TAKEN, new ExpireIfDue(MONTH), NOW.plus(MONTH)))
        .isEqualTo(new ImportDecision.Unchanged());
    assertThat(decide(REVIEWED, new Discard()))
        .isEqualTo(new ImportDecision.Changed(new GoneImport(false)));
  }

  @Test
  @Proves(11)
  void nobodyReviewsWhatSheTookHerself() {
    assertThat(decide(TAKEN, new Review("jelena")))
        .isEqualTo(new ImportDecision.Refused(Refusal.ANOTHER_PERSON_NEEDED));
    assertThat(after(TAKEN, new Review("mina")).stage()).isEqualTo(Stage.REVIEWED);
  }

  @Test
  @Proves(11)
  void whatNobodyReviewsRingsOnce() {
    Instant late = NOW.plus(HALF_A_DAY);
    var ring = new RingIfDue(HALF_A_DAY);

    assertThat(ImportDecisions.decide(TAKEN, ring, late.minusMillis(1)))
        .isEqualTo(new ImportDecision.Unchanged());
    var rung = (ImportDecision.Changed) ImportDecisions.decide(TAKEN, ring, late);
    assertThat(ImportDecisions.decide(rung.next(), ring, late))
        .isEqualTo(new ImportDecision.Unchanged());
  }

  @Test
  @Proves(8)
  void itIsForgottenAfterItsTime() {
    assertThat(ImportDecisions.decide(REVIEWED, new ExpireIfDue(MONTH), NOW.plus(MONTH)))
        .isEqualTo(new ImportDecision.Changed(new GoneImport(false)));
    assertThat(ImportDecisions.decide(PAUSED, new ExpireIfDue(MONTH), NOW.plus(MONTH)))
        .isEqualTo(new ImportDecision.Unchanged());
  }

  @Test
  @Proves(7)
  void whatItsSourceHasDeletedWaitsForTheOfficer() {
    Import left =
        after(
            TAKING,
            new Progress(0, 1, RowCounts.NONE.withDeletion(), false, true, Map.of("c", NOW)));

    left = after(left, new Review("mina"));

    assertThat(decide(left, new Discard()))
        .isEqualTo(new ImportDecision.Refused(Refusal.IMPORT_TAKEN));
    assertThat(after(left, new Settle("c")).erasures()).isEmpty();
  }
}
