package org.homeward.intake.checklists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.durable.command.Command;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.KeptChild;
import org.homeward.intake.cases.KeptReport;
import org.homeward.intake.rulings.KindRuling;
import org.homeward.intake.rulings.Rulings;
import org.homeward.intake.worksheets.KeepChecks.Wanted;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.Category;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.LastSeen;
import org.homeward.schema.facts.Risk;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.PartialDate;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** The items that the rules ask of a case. */
class WantChecksTest {

  private static final Instant OPENED = Instant.parse("2026-03-01T22:15:00Z");

  private final WantChecks wantChecks = new WantChecks(RuleFile.ours("RS"));

  private static Case live(Says says) {
    KeptReport report =
        KeptReport.held(
            "r1",
            Channel.PHONE,
            HoldReason.UNDECIDED,
            says,
            List.of("c1"),
            Says.EMPTY,
            new Command("k", "h"),
            "person-ana",
            OPENED);
    return new Case(
        "case",
        "rs",
        false,
        OPENED,
        null,
        Set.of(),
        Map.of("c1", KeptChild.MISSING),
        List.of(report),
        List.of());
  }

  private List<String> codes(Case live) {
    return wantChecks.of(live).stream().map(Wanted::code).toList();
  }

  private Wanted one(Case live, String code) {
    return wantChecks.of(live).stream()
        .filter(wanted -> wanted.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Proves(6)
  void aFactThatTheWholeTeamMayNotKnowAsksForNothing() {
    Says said =
        Says.builder()
            .category(Code.of(Category.PARENTAL_ABDUCTION))
            .risk(Risk.of(RiskLevel.HIGH))
            .build();
    assertThat(codes(live(said))).contains("BORDER_NOTICE");
    assertThat(one(live(said), "RISK_ASSESSED").done()).isTrue();
    Set<Audience> police = EnumSet.of(Audience.POLICE);

    Case hidden = live(said.with().audiences(Map.of("category", police, "risk", police)).build());

    assertThat(codes(hidden)).doesNotContain("BORDER_NOTICE").contains("REVERIFIED");
    assertThat(one(hidden, "RISK_ASSESSED").done()).isFalse();
    assertThat(one(hidden, "POLICE_INFORMED").due()).isEqualTo(OPENED.plus(Duration.ofHours(1)));
  }

  /** Its deadlines run from the step, so that nothing was late for a year. */
  @Test
  void aChildAtRiskWhoIsMissingNowAsksForASearchFromThenOn() {
    Case atRisk =
        live(Says.EMPTY).with(Rulings.NONE.being(KindRuling.opened(CaseKind.AT_RISK, OPENED)));
    assertThat(codes(atRisk)).contains("PREVENTIVE_NOTICE").doesNotContain("POLICE_INFORMED");
    Instant gone = OPENED.plus(Duration.ofDays(200));

    Case search =
        atRisk.with(
            atRisk.rulings().being(atRisk.rulings().kind().missing("person-ana", gone, null)));

    assertThat(codes(search)).doesNotContain("PREVENTIVE_NOTICE", "PREPARED");
    assertThat(one(search, "POLICE_INFORMED").due()).isEqualTo(gone.plus(Duration.ofHours(1)));
  }

  @Test
  void theHagueYearBeginsWhenTheChildWasLastSeen() {
    Instant taken = Instant.parse("2026-02-01T10:00:00Z");
    Says said =
        Says.builder()
            .category(Code.of(Category.PARENTAL_ABDUCTION))
            .lastSeen(new LastSeen(taken, null, null, null))
            .build();

    assertThat(one(live(said), "HAGUE_APPLICATION").due())
        .isEqualTo(taken.plus(Duration.ofDays(365)));
    assertThat(one(live(said), "HAGUE_SIX_WEEKS").due()).as("an answer begins it").isNull();
  }

  @Test
  void aChildIsReviewedAtTheEarliestDayOnWhichItMayBeOfAge() {
    assertThat(born("2010-05")).isEqualTo(Instant.parse("2028-05-02T00:00:00Z"));
    assertThat(codes(live(bornOn("2004-01-01")))).doesNotContain("REVIEW_AT_18");
    assertThat(codes(live(Says.EMPTY))).doesNotContain("REVIEW_AT_18");
  }

  private Instant born(String date) {
    return one(live(bornOn(date)), "REVIEW_AT_18").due();
  }

  private static Says bornOn(String date) {
    ChildFacts facts = ChildFacts.builder().born(PartialDate.parse(date)).build();
    return Says.builder().children(Map.of("c1", facts)).build();
  }
}
