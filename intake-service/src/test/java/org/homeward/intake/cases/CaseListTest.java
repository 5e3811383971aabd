package org.homeward.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.durable.command.Command;
import org.homeward.intake.rulings.EraseReason;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.Risk;
import org.homeward.schema.facts.RiskCriterion;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.junit.jupiter.api.Test;

class CaseListTest {

  private static final Instant NOW = Instant.parse("2026-03-01T22:15:00Z");
  private static final Says LOW = says(Risk.of(RiskLevel.LOW));
  private static final Says MEDIUM = says(Risk.of(RiskLevel.MEDIUM));
  private static final Says HIGH = says(Risk.of(RiskLevel.HIGH));

  private static Says says(Risk risk) {
    return Says.builder().risk(risk).build();
  }

  private static int rank(Says... says) {
    List<KeptReport> reports = Arrays.stream(says).map(CaseListTest::report).toList();
    var open =
        new Case(
            "c",
            "rs",
            false,
            NOW,
            null,
            Set.of(),
            Map.of("k", KeptChild.MISSING),
            reports,
            List.of());
    return CaseList.BY_STANDING.rank().applyAsInt(open);
  }

  private static KeptReport report(Says says) {
    return KeptReport.held(
        "r",
        Channel.PHONE,
        HoldReason.UNDECIDED,
        says,
        List.of(),
        Says.EMPTY,
        new Command("c", "h"),
        "ana",
        NOW);
  }

  @Test
  void highestRiskComesFirstAndWhatNobodyHasAssessedIsNotTakenForLow() {
    Says newer = says(new Risk(Code.read(RiskLevel.class, "EXTREME"), List.of()));
    assertThat(
            List.of(
                rank(says(Risk.of(RiskLevel.NO_APPARENT))),
                rank(LOW),
                rank(Says.EMPTY),
                rank(MEDIUM),
                rank(newer),
                rank(HIGH)))
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(rank(says(Risk.of(RiskLevel.LOW, RiskCriterion.DANGER_OF_DEATH))))
        .isEqualTo(rank(HIGH));
  }

  @Test
  void laterReportWins() {
    assertThat(rank(HIGH, LOW, Says.EMPTY)).isEqualTo(rank(LOW));
  }

  @Test
  void orderSaysNothingOfARiskThatOnlyConfidantsMayKnow() {
    Says confided = HIGH.with().audiences(Map.of("risk", EnumSet.of(Audience.CONFIDANT))).build();
    assertThat(rank(confided)).isEqualTo(rank(Says.EMPTY));
    assertThat(rank(confided, LOW)).isEqualTo(rank(Says.EMPTY));
  }

  @Test
  void tombstoneHasNoRisk() {
    var stone =
        new ErasedCase(
            "c", "rs", false, YearMonth.of(2026, 3), Set.of(), EraseReason.COURT_ORDER, false);
    assertThat(CaseList.BY_STANDING.rank().applyAsInt(stone)).isZero();
  }
}
