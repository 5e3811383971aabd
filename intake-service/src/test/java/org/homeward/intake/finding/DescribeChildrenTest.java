package org.homeward.intake.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Guarded;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.KeptChild;
import org.homeward.intake.cases.KeptReport;
import org.homeward.intake.matching.Description;
import org.homeward.intake.matching.Name;
import org.homeward.intake.proposals.Proposal;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.NumberRange;
import org.homeward.schema.values.Place;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class DescribeChildrenTest {

  private static final String CHILD = "c1";
  private static final Instant OPENED = Instant.parse("2024-03-01T12:00:00Z");
  private static final Instant A_YEAR_LATER = Instant.parse("2025-09-01T12:00:00Z");
  private static final ChildFacts ELEVEN =
      ChildFacts.builder().ageYears(new NumberRange(11, 11)).build();

  private static KeptReport report(Instant at, ChildFacts child) {
    Says says = Says.builder().children(Map.of(CHILD, child)).build();
    var held = new PoliceRelease.Held(Code.of(HoldReason.UNDECIDED), at);
    return new KeptReport(
        new Report("r-" + at, at, Code.of(Channel.PHONE), held, says),
        List.of(),
        Proposal.RELEASE,
        "p1",
        new Command("k", "h"),
        null,
        Map.of(),
        Says.EMPTY);
  }

  private static Description described(KeptReport... reports) {
    return known(reports).description();
  }

  private static KnownChild known(KeptReport... reports) {
    KeptCase state =
        new Case(
            "case",
            "rs",
            false,
            OPENED,
            null,
            Set.of(),
            Map.of(CHILD, KeptChild.MISSING),
            List.of(reports),
            List.of());
    return new DescribeChildren(Name::part)
        .of(Guarded.unstored("case", 1, state, null, List.of(), Map.of()))
        .getFirst();
  }

  @Test
  @Proves(6)
  void aHomeThatOnlyAHeldReportNamesIsNoHousehold() {
    var home = new Place("RS", null, "Niš", "Glavna 7", null, null, null);

    assertThat(known(report(OPENED, ChildFacts.builder().home(home).build())).household())
        .isEmpty();
  }

  @Test
  void anAgeCountsFromTheReportThatStatesIt() {
    KeptReport first = report(OPENED, ChildFacts.EMPTY);

    assertThat(described(first, report(A_YEAR_LATER, ELEVEN)))
        .isEqualTo(described(report(A_YEAR_LATER, ELEVEN)))
        .isNotEqualTo(described(report(OPENED, ELEVEN)));
  }

  @Test
  void aLaterReportThatStatesNoAgeDoesNotMoveIt() {
    KeptReport later = report(A_YEAR_LATER, ChildFacts.EMPTY);

    assertThat(described(report(OPENED, ELEVEN), later))
        .isEqualTo(described(report(OPENED, ELEVEN)));
  }
}
