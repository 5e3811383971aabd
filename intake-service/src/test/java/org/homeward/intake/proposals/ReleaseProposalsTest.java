package org.homeward.intake.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.homeward.intake.proposals.ReleaseProposals.Finding;
import org.homeward.intake.proposals.ReleaseProposals.Row;
import org.homeward.schema.facts.CaseFacts;
import org.homeward.schema.facts.Category;
import org.homeward.schema.facts.Feared;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.PoliceWarning;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.SaysBuilder;
import org.homeward.schema.people.Reporter;
import org.homeward.schema.people.ReporterRelation;
import org.homeward.schema.values.Code;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Proves(12)
class ReleaseProposalsTest {

  private static final Says THIRD_PARTY =
      reportedBy(ReporterRelation.PARENT, true).feared(of(Feared.NOBODY)).build();

  private static SaysBuilder reportedBy(ReporterRelation relation, Boolean agrees) {
    return Says.builder().reporter(new Reporter(Code.of(relation), null, null, agrees, null));
  }

  private static List<Code<Feared>> of(Feared... feared) {
    return Stream.of(feared).map(Code::of).toList();
  }

  private static Proposal proposal(Says says) {
    return ReleaseProposals.propose(says, List.of(says)).proposal();
  }

  @Test
  void aThirdPartyWhoDoesNotKnowWhereTheChildIsIsProposedForRelease() {
    var verdict = ReleaseProposals.propose(THIRD_PARTY, List.of(THIRD_PARTY));
    assertThat(verdict.proposal()).isEqualTo(Proposal.RELEASE);
    assertThat(verdict.rows()).extracting(Row::finding).containsOnly(Finding.PASSED);
  }

  @Test
  void anEmptyFormProposesNothing() {
    var verdict = ReleaseProposals.propose(Says.EMPTY, List.of(Says.EMPTY));
    assertThat(verdict.proposal()).isEqualTo(Proposal.NOTHING_YET);
    assertThat(verdict.proposal().isHold()).isFalse();
    assertThat(verdict.proposal().text()).isEqualTo("CANNOT_SAY_YET");
    assertThat(verdict.rows())
        .filteredOn(row -> row.finding() == Finding.CANNOT_SAY_YET)
        .extracting(Row::rule)
        .containsExactly("caller-is-known", "feared-persons-are-known");
  }

  static Stream<Says> tooLittle() {
    return Stream.of(
        THIRD_PARTY.with().feared(List.of()).build(),
        THIRD_PARTY.with().reporter(null).build(),
        THIRD_PARTY.with().reporter(new Reporter(null, null, null, true, null)).build(),
        THIRD_PARTY.with().feared(List.of(Code.read(Feared.class, "FOSTER_PARENT"))).build());
  }

  @ParameterizedTest
  @MethodSource("tooLittle")
  void nothingIsProposedUntilCallerAndFearedPersonsAreKnown(Says says) {
    assertThat(proposal(says)).isEqualTo(Proposal.NOTHING_YET);
  }

  static Stream<Arguments> objections() {
    return Stream.of(
        Arguments.of(
            "caller-is-the-child",
            HoldReason.CHILD_CALLED,
            reportedBy(ReporterRelation.CHILD_SELF, true).feared(of(Feared.NOBODY)).build()),
        Arguments.of(
            "caregiver-is-feared",
            HoldReason.CAREGIVER_NAMED,
            THIRD_PARTY.with().feared(of(Feared.STRANGER, Feared.CAREGIVER)).build()),
        Arguments.of(
            "caregiver-is-feared",
            HoldReason.CAREGIVER_NAMED,
            THIRD_PARTY.with().warnings(List.of(Code.of(PoliceWarning.VIOLENCE_AT_HOME))).build()),
        Arguments.of(
            "caregiver-is-feared",
            HoldReason.CAREGIVER_NAMED,
            THIRD_PARTY
                .with()
                .warnings(List.of(Code.of(PoliceWarning.DO_NOT_RETURN_CHILD_HOME)))
                .build()),
        Arguments.of(
            "institution-is-feared",
            HoldReason.INSTITUTION_NAMED,
            THIRD_PARTY.with().feared(of(Feared.INSTITUTION)).build()),
        Arguments.of(
            "police-are-feared",
            HoldReason.POLICE_NAMED,
            THIRD_PARTY.with().feared(of(Feared.POLICE)).build()),
        Arguments.of(
            "child-is-not-missing",
            HoldReason.AT_RISK,
            THIRD_PARTY.with().category(Code.of(Category.AT_RISK)).build()),
        Arguments.of(
            "caller-refuses",
            HoldReason.REFUSED,
            reportedBy(ReporterRelation.PEER, false).feared(of(Feared.NOBODY)).build()));
  }

  @ParameterizedTest
  @MethodSource("objections")
  void eachObjectionHoldsAloneAndHasItsRow(String rule, HoldReason reason, Says says) {
    var verdict = ReleaseProposals.propose(says, List.of(says));
    assertThat(verdict.proposal()).isEqualTo(new Proposal(reason));
    assertThat(verdict.proposal().isHold()).isTrue();
    assertThat(verdict.rows())
        .filteredOn(row -> row.finding() == Finding.HOLD)
        .containsExactly(new Row(rule, Finding.HOLD));
  }

  /** An objection does not wait for the rest of the form. */
  @Test
  void anObjectionHoldsThoughTheCallerIsNotKnown() {
    assertThat(proposal(Says.builder().feared(of(Feared.POLICE)).build()))
        .isEqualTo(new Proposal(HoldReason.POLICE_NAMED));
  }

  @ParameterizedTest
  @EnumSource(names = {"CAREGIVER", "INSTITUTION", "POLICE"})
  void whoeverOneReportNamesHoldsTheOthersToo(Feared feared) {
    Says earlier = Says.builder().feared(of(feared)).build();
    assertThat(
            ReleaseProposals.propose(THIRD_PARTY, List.of(earlier, THIRD_PARTY))
                .proposal()
                .isHold())
        .isTrue();
  }

  @Test
  void theCallerOfAnotherReportIsNotTheCallerOfThisOne() {
    Says byChild = reportedBy(ReporterRelation.CHILD_SELF, false).build();
    assertThat(ReleaseProposals.propose(THIRD_PARTY, List.of(byChild, THIRD_PARTY)).proposal())
        .isEqualTo(Proposal.RELEASE);
  }

  /**
   * A category that nobody asked for again stands; a later one takes its place, as in the facts.
   */
  @Test
  void theNewestCategoryOfTheCaseCounts() {
    Says atRisk = Says.builder().category(Code.of(Category.AT_RISK)).build();
    Says runaway = Says.builder().category(Code.of(Category.RUNAWAY)).build();
    for (List<Says> all :
        List.of(
            List.of(atRisk, THIRD_PARTY),
            List.of(atRisk, runaway, THIRD_PARTY),
            List.of(runaway, atRisk, THIRD_PARTY),
            List.of(THIRD_PARTY))) {
      Code<Category> category = CaseFacts.fold(all).category();
      boolean holds = category != null && category.is(Category.AT_RISK);

      assertThat(ReleaseProposals.propose(THIRD_PARTY, all).proposal())
          .isEqualTo(holds ? new Proposal(HoldReason.AT_RISK) : Proposal.RELEASE);
    }
  }
}
