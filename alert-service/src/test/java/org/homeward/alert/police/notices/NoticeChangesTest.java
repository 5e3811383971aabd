package org.homeward.alert.police.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.TrialCase;
import org.homeward.schema.disclosure.DeskAddress;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Risk;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.Text;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** What a change of a notice says, and what it must not say. */
class NoticeChangesTest {

  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));

  @Test
  void policeReadThatAChildIsNotMissingAndHearOfTheStepToASearch() {
    trial.ofKind(CaseKind.AT_RISK).reported(says).released(says);
    var before = DecidedNotices.first(trial);
    assertThat(before.kind()).isEqualTo(Code.of(CaseKind.AT_RISK));
    trial.ofKind(CaseKind.MISSING).amended(says);

    PoliceNotice.Active after = DecidedNotices.next(trial, before);

    assertThat(after.kind()).isNull();
    assertThat(after.changed().getFirst().what()).containsExactly("/kind");
    assertThat(after.edition()).isEqualTo(before.edition() + 1);
  }

  @Test
  void factsThatAreTakenBackOfAMissingChildAreNews() {
    trial.reported(says).released(says);
    var before = DecidedNotices.first(trial);
    trial.amended(says.with().children(Map.of()).build());

    PoliceNotice.Active after = DecidedNotices.next(trial, before);

    assertThat(after.edition()).isEqualTo(before.edition() + 1);
    assertThat(after.changed().getFirst().what()).contains("/children/" + trial.child + "/names");
  }

  @Test
  void callAboutAnotherReportIsNewsWithoutItsContent() {
    trial.reported(says).released(says);
    var before = DecidedNotices.first(trial);
    trial.reported(says).byPhone(says.with().risk(Risk.of(RiskLevel.LOW)).build());

    PoliceNotice.Active after = DecidedNotices.next(trial, before);

    assertThat(after.toldByPhone()).containsExactly(new ToldByPhone(TrialCase.AT, "K-17/26"));
    assertThat(after.changed().getFirst().what()).containsExactly("/toldByPhone");
    assertThat(after.facts()).isEqualTo(before.facts());
  }

  @Test
  void changeOfWhatPoliceMayNotReadIsNoChange() {
    trial.reported(says).released(says);
    var before = DecidedNotices.first(trial);
    trial.amended(says.with().notes(new Text("en", Facts.SECRET)).build());
    var restricted = DecidedNotices.next(trial, before);
    // That something is kept back is news once; what it says is not.
    trial.amended(says.with().notes(new Text("en", "another")).build());

    NoticeDecision decided =
        DecidedNotices.of(trial, Optional.of(restricted), DecidedNotices.LATER);

    assertThat(decided).isEqualTo(new NoticeDecision.Same(restricted));
  }

  @Test
  void changeIsNamedByItsFieldsAndHoldsNoValue() {
    trial.reported(says).released(says);
    var before = DecidedNotices.first(trial);
    ChildFacts older = Facts.boy("Another Name", 10);
    trial.amended(Facts.says(trial.child, older).with().risk(Risk.of(RiskLevel.LOW)).build());

    PoliceNotice.Active after = DecidedNotices.next(trial, before);

    assertThat(after.changed().getFirst().what())
        .containsExactly(
            "/risk",
            "/children/" + trial.child + "/ageYears",
            "/children/" + trial.child + "/clothing",
            "/children/" + trial.child + "/names");
    assertThat(after.changed()).hasSize(2);
    assertThat(after.changed().getLast().isNew()).isTrue();
    assertThat(after.edition()).isEqualTo(2);
    assertThat(after.updated()).isEqualTo(DecidedNotices.LATER);
  }

  @Test
  void changeOfWhoMustNotReadItIsSilent() {
    trial.reported(says).released(says);
    var before = DecidedNotices.first(trial);
    trial.notTo("desk:somebody").amended(says);

    NoticeDecision.Becomes decided =
        DecidedNotices.becomes(DecidedNotices.of(trial, Optional.of(before), DecidedNotices.LATER));

    var after = (PoliceNotice.Active) decided.notice();
    assertThat(after.notTo()).containsExactly("desk:somebody");
    assertThat(after.updated()).isEqualTo(before.updated());
    assertThat(after.edition()).isEqualTo(before.edition());
    assertThat(after.changed()).isEqualTo(before.changed());
  }

  @Test
  void locatedByAWordIsAChangeAndNoEnd() {
    trial.reported(says).released(says);
    var before = DecidedNotices.first(trial);
    trial.located(trial.child);

    PoliceNotice.Active after = DecidedNotices.next(trial, before);

    assertThat(after.changed().getFirst().what())
        .containsExactly("/children/" + trial.child + "/status");
    assertThat(after.facts()).isEqualTo(before.facts());
  }

  @Test
  void aChangeSaysWhatItReplaced() {
    trial.reported(says.with().risk(Risk.of(RiskLevel.LOW)).build());
    trial.released(says.with().risk(Risk.of(RiskLevel.LOW)).build());
    var before = DecidedNotices.first(trial);
    trial.reported(says).released(says.with().risk(Risk.of(RiskLevel.HIGH)).build());

    PoliceNotice.Active after = DecidedNotices.next(trial, before);

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
    var before = DecidedNotices.first(trial);
    trial.amended(both(sibling, 8));
    PoliceNotice.Active changed = DecidedNotices.next(trial, before);
    assertThat(changed.changed().getFirst().was().children()).containsOnlyKeys(sibling);

    trial.ended(sibling, Outcome.FOUND_SAFE);
    PoliceNotice.Active after = DecidedNotices.next(trial, changed);

    assertThat(after.changed())
        .allSatisfy(change -> assertThat(change.was().children()).doesNotContainKey(sibling));
  }

  @Test
  @Proves(6)
  void whatWasTakenBackIsNotLeftInAnEarlierChange() {
    trial.reported(says).released(says.with().risk(Risk.of(RiskLevel.LOW)).build());
    var before = DecidedNotices.first(trial);
    trial.amended(says.with().risk(Risk.of(RiskLevel.HIGH)).build());
    PoliceNotice.Active changed = DecidedNotices.next(trial, before);
    assertThat(changed.changed().getFirst().was().risk()).isEqualTo(Risk.of(RiskLevel.LOW));

    trial.amended(says.with().risk(null).build());
    PoliceNotice.Active after = DecidedNotices.next(trial, changed);

    assertThat(after.changed().getFirst().what()).containsExactly("/risk");
    assertThat(after.changed())
        .allSatisfy(change -> assertThat(change.was()).isEqualTo(Says.EMPTY));
  }

  @Test
  @Proves(6)
  void whoeverComesToReadItNewDoesNotLearnWhatStoodThereBefore() {
    trial.reported(says).released(says.with().risk(Risk.of(RiskLevel.LOW)).build());
    var before = DecidedNotices.first(trial);
    trial.amended(says.with().risk(Risk.of(RiskLevel.HIGH)).build());
    PoliceNotice.Active changed = DecidedNotices.next(trial, before);
    var narrow = new DeskAddress(Set.of("desk"), Set.of(), false);
    var wider = new DeskAddress(narrow.releasedTo(), Set.of("RS-00"), false);

    assertThat(changed.addressedTo(narrow).mayHaveNewReaders(changed.addressedTo(narrow)))
        .isFalse();
    assertThat(changed.addressedTo(wider).mayHaveNewReaders(changed.addressedTo(narrow))).isTrue();
    assertThat(changed.addressedTo(narrow).changed())
        .allSatisfy(change -> assertThat(change.was()).isEqualTo(Says.EMPTY));
  }

  @Test
  @Proves(6)
  void whoeverIsNoLongerKeptFromItDoesNotLearnWhatAChangeReplaced() {
    trial.notTo("desk:somebody").reported(says);
    trial.released(says.with().risk(Risk.of(RiskLevel.LOW)).build());
    var before = DecidedNotices.first(trial);
    trial.amended(says.with().risk(Risk.of(RiskLevel.HIGH)).build());
    PoliceNotice.Active changed = DecidedNotices.next(trial, before);
    assertThat(changed.changed().getFirst().was()).isNotEqualTo(Says.EMPTY);

    trial.notTo().amended(says.with().risk(Risk.of(RiskLevel.LOW)).build());
    PoliceNotice.Active after = DecidedNotices.next(trial, changed);

    assertThat(after.changed().getFirst().what()).containsExactly("/risk");
    assertThat(after.changed())
        .allSatisfy(change -> assertThat(change.was()).isEqualTo(Says.EMPTY));
  }

  private Says both(String sibling, int age) {
    Map<String, ChildFacts> children = new TreeMap<>(says.children());
    children.putAll(Facts.says(sibling, Facts.boy("Another Name", age)).children());
    return says.with().children(children).build();
  }
}
