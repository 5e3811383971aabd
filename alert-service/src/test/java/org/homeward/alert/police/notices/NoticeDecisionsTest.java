package org.homeward.alert.police.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.TrialCase;
import org.homeward.copies.CaseCopy;
import org.homeward.schema.disclosure.DeskAddress;
import org.homeward.schema.disclosure.WithheldClass;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Risk;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.ChildState;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.snapshots.NoticeEnd;
import org.homeward.schema.snapshots.NoticeEndReason;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.Text;
import org.homeward.testkit.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoticeDecisionsTest {

  private static final Instant LATER = TrialCase.AT.plusSeconds(60);

  private static final NoticeDecisions DECISIONS =
      new NoticeDecisions(
          new PoliceReading(Clock.systemUTC()),
          new AddressNotice(List::of, "rs"),
          photo -> "link-" + photo,
          "rs");

  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));

  @Test
  @Proves(12)
  void heldReportMakesNoNotice() {
    trial.reported(says);

    NoticeDecision decided =
        DECISIONS.decide(new CaseCopy.Known(trial.snapshot()), Optional.empty(), LATER);

    assertThat(decided).isEqualTo(new NoticeDecision.NoNotice());
  }

  @Test
  @Proves(12)
  void reportToldByVoiceMakesNoNotice() {
    trial.reported(says).byPhone(says);

    NoticeDecision decided =
        DECISIONS.decide(new CaseCopy.Known(trial.snapshot()), Optional.empty(), LATER);

    assertThat(decided).isEqualTo(new NoticeDecision.NoNotice());
  }

  @Test
  void heldReportBesideAReleasedOneAddsNothing() {
    trial.reported(says).released(says);
    var before = decideFirst();
    trial.reported(says.with().circumstances(new Text("en", Facts.SECRET)).build());

    NoticeDecision decided =
        DECISIONS.decide(new CaseCopy.Known(trial.snapshot()), Optional.of(before), LATER);

    assertThat(decided).isEqualTo(new NoticeDecision.Same(before));
  }

  @Test
  @Proves(12)
  void childOfWhomPoliceWereToldByVoiceOnlyIsNotOnTheFeed() {
    trial.reported(says).released(says);
    var before = decideFirst();
    String sibling = trial.sibling();
    Says ofSibling = Facts.says(sibling, Facts.boy("Another Name", 7));
    trial.reported(ofSibling).byPhone(ofSibling);

    PoliceNotice.Active after = decide(before);

    assertThat(after.children()).doesNotContainKey(sibling);
    assertThat(after.facts()).isEqualTo(before.facts());
  }

  @Test
  void callAboutAnotherReportIsNewsWithoutItsContent() {
    trial.reported(says).released(says);
    var before = decideFirst();
    trial.reported(says).byPhone(says.with().risk(Risk.of(RiskLevel.LOW)).build());

    PoliceNotice.Active after = decide(before);

    assertThat(after.toldByPhone()).containsExactly(new ToldByPhone(TrialCase.AT, "K-17/26"));
    assertThat(after.changed().getFirst().what()).containsExactly("/toldByPhone");
    assertThat(after.facts()).isEqualTo(before.facts());
  }

  @Test
  void policeReadThatAChildIsNotMissingAndHearOfTheStepToASearch() {
    trial.ofKind(CaseKind.AT_RISK).reported(says).released(says);
    var before = decideFirst();
    assertThat(before.kind()).isEqualTo(Code.of(CaseKind.AT_RISK));
    trial.ofKind(CaseKind.MISSING).amended(says);

    PoliceNotice.Active after = decide(before);

    assertThat(after.kind()).isNull();
    assertThat(after.changed().getFirst().what()).containsExactly("/kind");
    assertThat(after.edition()).isEqualTo(before.edition() + 1);
  }

  @Test
  void factsThatAreTakenBackOfAMissingChildAreNews() {
    trial.reported(says).released(says);
    var before = decideFirst();
    trial.amended(says.with().children(Map.of()).build());

    PoliceNotice.Active after = decide(before);

    assertThat(after.edition()).isEqualTo(before.edition() + 1);
    assertThat(after.changed().getFirst().what()).contains("/children/" + trial.child + "/names");
  }

  @Test
  void whoIsKeptFromANoticeIsKeptFromItsTombstone() {
    trial.notTo("desk:d1").reported(says).released(says);

    NoticeDecision decided = NoticeDecisions.forget(decideFirst(), LATER);

    assertThat(decided)
        .isInstanceOfSatisfying(
            NoticeDecision.Becomes.class,
            stone -> assertThat(stone.notice().notTo()).containsExactly("desk:d1"));
  }

  @Test
  void factLimitedToTheTeamStaysOutAndItsClassIsSaid() {
    trial.reported(says).released(Facts.withRestricted(says));

    PoliceNotice.Active notice = decideFirst();

    assertThat(notice.facts().circumstances()).isNull();
    assertThat(notice.withheld()).containsExactly(WithheldClass.CASE_TEAM);
  }

  @Test
  void changeOfWhatPoliceMayNotReadIsNoChange() {
    trial.reported(says).released(says);
    var before = decideFirst();
    trial.amended(says.with().notes(new Text("en", Facts.SECRET)).build());
    var restricted = decide(before);
    // That something is kept back is news once; what it says is not.
    trial.amended(says.with().notes(new Text("en", "another")).build());

    NoticeDecision decided =
        DECISIONS.decide(new CaseCopy.Known(trial.snapshot()), Optional.of(restricted), LATER);

    assertThat(decided).isEqualTo(new NoticeDecision.Same(restricted));
  }

  @Test
  void changeIsNamedByItsFieldsAndHoldsNoValue() {
    trial.reported(says).released(says);
    var before = decideFirst();
    ChildFacts older = Facts.boy("Another Name", 10);
    trial.amended(Facts.says(trial.child, older).with().risk(Risk.of(RiskLevel.LOW)).build());

    PoliceNotice.Active after = decide(before);

    assertThat(after.changed().getFirst().what())
        .containsExactly(
            "/risk",
            "/children/" + trial.child + "/ageYears",
            "/children/" + trial.child + "/clothing",
            "/children/" + trial.child + "/names");
    assertThat(after.changed()).hasSize(2);
    assertThat(after.changed().getLast().isNew()).isTrue();
    assertThat(after.edition()).isEqualTo(2);
    assertThat(after.updated()).isEqualTo(LATER);
  }

  @Test
  void changeOfWhoMustNotReadItIsSilent() {
    trial.reported(says).released(says);
    var before = decideFirst();
    trial.notTo("desk:somebody").amended(says);

    NoticeDecision.Becomes decided =
        becomes(DECISIONS.decide(new CaseCopy.Known(trial.snapshot()), Optional.of(before), LATER));

    var after = (PoliceNotice.Active) decided.notice();
    assertThat(after.notTo()).containsExactly("desk:somebody");
    assertThat(after.updated()).isEqualTo(before.updated());
    assertThat(after.edition()).isEqualTo(before.edition());
    assertThat(after.changed()).isEqualTo(before.changed());
  }

  @Test
  @Proves(7)
  void siblingThatWasFoundLeavesWithItsFacts() {
    String sister = trial.sibling();
    Says both =
        says.with()
            .children(
                Map.of(trial.child, Facts.boy(Facts.NAME, 9), sister, Facts.boy("Milica P.", 12)))
            .build();
    trial.reported(both).released(both);
    var before = decideFirst();
    trial.ended(sister, Outcome.FOUND_SAFE);

    PoliceNotice.Active after = decide(before);

    assertThat(after.facts().children()).containsOnlyKeys(trial.child);
    assertThat(after.children().get(sister).status()).isEqualTo(ChildState.ENDED);
    assertThat(after.changed().getFirst().what())
        .containsExactly("/children/" + sister + "/status");
  }

  @Test
  void locatedByAWordIsAChangeAndNoEnd() {
    trial.reported(says).released(says);
    var before = decideFirst();
    trial.located(trial.child);

    PoliceNotice.Active after = decide(before);

    assertThat(after.changed().getFirst().what())
        .containsExactly("/children/" + trial.child + "/status");
    assertThat(after.facts()).isEqualTo(before.facts());
  }

  @Test
  void gravestOutcomeIsSaidOfChildrenWithDifferentEnds() {
    String sister = trial.sibling();
    trial.reported(says).released(says);
    var before = decideFirst();
    trial.ended(trial.child, Outcome.FOUND_SAFE).ended(sister, Outcome.FOUND_HARMED);

    NoticeDecision.Becomes decided =
        becomes(DECISIONS.decide(new CaseCopy.Known(trial.snapshot()), Optional.of(before), LATER));

    assertThat(((PoliceNotice.Ended) decided.notice()).outcome().value())
        .isEqualTo(Outcome.FOUND_HARMED);
  }

  @Test
  void correctedOutcomeIsTold() {
    trial.reported(says).released(says);
    var before = decideFirst();
    trial.ended(trial.child, Outcome.FOUND_SAFE);
    var ended =
        becomes(DECISIONS.decide(new CaseCopy.Known(trial.snapshot()), Optional.of(before), LATER))
            .notice();
    trial.ended(trial.child, Outcome.WRONG_CHILD);

    NoticeDecision.Becomes corrected =
        becomes(
            DECISIONS.decide(
                new CaseCopy.Known(trial.snapshot()), Optional.of(ended), LATER.plusSeconds(5)));

    assertThat(corrected.change()).isEqualTo(ChangeType.POLICE_NOTICE_CHANGED);
    assertThat(((PoliceNotice.Ended) corrected.notice()).outcome().value())
        .isEqualTo(Outcome.WRONG_CHILD);
    assertThat(corrected.notice().updated()).isEqualTo(LATER.plusSeconds(5));
  }

  @Test
  void tombstoneSaysTheMonthAndNoHourOfTheEnd() {
    trial.reported(says).released(says);
    PoliceNotice notice = decideFirst();
    Instant then = Instant.parse("2026-04-17T15:45:12.345Z");

    var stone = (PoliceNotice.Erased) becomes(NoticeDecisions.forget(notice, then)).notice();

    assertThat(stone.month()).isEqualTo(YearMonth.of(2026, 4));
    assertThat(stone.updated()).isEqualTo(Instant.parse("2026-04-17T00:00:00Z"));
    assertThat(stone.updated()).isAfter(notice.updated());
  }

  private PoliceNotice.Active decideFirst() {
    return (PoliceNotice.Active)
        becomes(
                DECISIONS.decide(
                    new CaseCopy.Known(trial.snapshot()), Optional.empty(), TrialCase.AT))
            .notice();
  }

  private PoliceNotice.Active decide(PoliceNotice before) {
    return (PoliceNotice.Active)
        becomes(DECISIONS.decide(new CaseCopy.Known(trial.snapshot()), Optional.of(before), LATER))
            .notice();
  }

  private static NoticeDecision.Becomes becomes(NoticeDecision decided) {
    assertThat(decided).isInstanceOf(NoticeDecision.Becomes.class);
    return (NoticeDecision.Becomes) decided;
  }

  @Test
  void aChangeSaysWhatItReplaced() {
    trial.reported(says.with().risk(Risk.of(RiskLevel.LOW)).build());
    trial.released(says.with().risk(Risk.of(RiskLevel.LOW)).build());
    var before = decideFirst();
    trial.reported(says).released(says.with().risk(Risk.of(RiskLevel.HIGH)).build());

    PoliceNotice.Active after = decide(before);

    assertThat(after.changed().getFirst().what()).containsExactly("/risk");
    assertThat(after.changed().getFirst().was())
        .isEqualTo(Says.builder().risk(Risk.of(RiskLevel.LOW)).build());
    assertThat(after.changed().getFirst().toString()).doesNotContain("LOW");
  }

  @Test
  @Proves(7)
  void nothingThatWasReplacedIsLeftOfAChildThatIsFound() {
    String sibling = trial.sibling();
    Says first = both(sibling, 7);
    trial.reported(first).released(first);
    var before = decideFirst();
    trial.amended(both(sibling, 8));
    PoliceNotice.Active changed = decide(before);
    assertThat(changed.changed().getFirst().was().children()).containsOnlyKeys(sibling);

    trial.ended(sibling, Outcome.FOUND_SAFE);
    PoliceNotice.Active after = decide(changed);

    assertThat(after.changed())
        .allSatisfy(change -> assertThat(change.was().children()).doesNotContainKey(sibling));
  }

  @Test
  @Proves(6)
  void whatWasTakenBackIsNotLeftInAnEarlierChange() {
    trial.reported(says).released(says.with().risk(Risk.of(RiskLevel.LOW)).build());
    var before = decideFirst();
    trial.amended(says.with().risk(Risk.of(RiskLevel.HIGH)).build());
    PoliceNotice.Active changed = decide(before);
    assertThat(changed.changed().getFirst().was().risk()).isEqualTo(Risk.of(RiskLevel.LOW));

    trial.amended(says.with().risk(null).build());
    PoliceNotice.Active after = decide(changed);

    assertThat(after.changed().getFirst().what()).containsExactly("/risk");
    assertThat(after.changed())
        .allSatisfy(change -> assertThat(change.was()).isEqualTo(Says.EMPTY));
  }

  @Test
  @Proves(6)
  void whoeverComesToReadItNewDoesNotLearnWhatStoodThereBefore() {
    trial.reported(says).released(says.with().risk(Risk.of(RiskLevel.LOW)).build());
    var before = decideFirst();
    trial.amended(says.with().risk(Risk.of(RiskLevel.HIGH)).build());
    PoliceNotice.Active changed = decide(before);
    var narrow = new DeskAddress(Set.of("desk"), Set.of(), false);
    var wider = new DeskAddress(narrow.releasedTo(), Set.of("RS-00"), false);

    assertThat(changed.addressedTo(narrow).mayHaveNewReaders(changed.addressedTo(narrow)))
        .isFalse();
    assertThat(changed.addressedTo(wider).mayHaveNewReaders(changed.addressedTo(narrow))).isTrue();
    assertThat(changed.addressedTo(narrow).changed())
        .allSatisfy(change -> assertThat(change.was()).isEqualTo(Says.EMPTY));
  }

  private Says both(String sibling, int age) {
    Map<String, ChildFacts> children = new TreeMap<>(says.children());
    children.putAll(Facts.says(sibling, Facts.boy("Another Name", age)).children());
    return says.with().children(children).build();
  }

  /** Otherwise "taken back by a partner" would look like a find. */
  @Test
  void anEndSaysWhyAndByWhom() {
    trial.reported(says).released(says);
    var issued = decideFirst();
    var month = YearMonth.of(2026, 3);
    var recalled = new CaseCopy.Erased(false, month, false, Set.of(), true);
    var erased = new CaseCopy.Erased(false, month);
    var ended = new CaseCopy.Known(trial.ended().snapshot());

    assertThat(endOf(issued, recalled)).isEqualTo(NoticeEnd.of(NoticeEndReason.TAKEN_BACK, false));
    assertThat(endOf(issued, erased)).isEqualTo(NoticeEnd.of(NoticeEndReason.ERASED, true));
    assertThat(endOf(issued, ended)).isEqualTo(NoticeEnd.of(NoticeEndReason.SEARCH_ENDED, true));
  }

  private static @Nullable NoticeEnd endOf(PoliceNotice.Active issued, CaseCopy copy) {
    NoticeDecision decided = DECISIONS.decide(copy, Optional.of(issued), LATER);
    return ((PoliceNotice.Ended) becomes(decided).notice()).end();
  }
}
