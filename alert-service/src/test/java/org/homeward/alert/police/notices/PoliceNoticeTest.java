package org.homeward.alert.police.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.alert.police.notices.Acknowledgement.Word;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.KeptHistory;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.Category;
import org.homeward.schema.facts.Risk;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Code;
import org.homeward.testkit.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a search waits for a desk. */
class PoliceNoticeTest {

  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant IN_TIME = AT.plus(TellPolice.ANSWER_WITHIN);
  private static final String DESK = "desk-1";
  private static final Says HIGH = Says.builder().risk(Risk.of(RiskLevel.HIGH)).build();
  private static final Says LOW = Says.builder().risk(Risk.of(RiskLevel.LOW)).build();

  private static PoliceNotice.Active notice(Says facts) {
    return new PoliceNotice.Active(
        "rs", false, null, null, null, facts, null, null, 1, AT, null, null, null, null, null,
        List.of());
  }

  private static PoliceNotice.Active atRisk(Says facts) {
    return new PoliceNotice.Active(
        "rs",
        false,
        null,
        Set.of(),
        Map.of(),
        facts,
        Set.of(),
        List.of(),
        1,
        AT,
        List.of(),
        null,
        Map.of(),
        Map.of(),
        null,
        List.of(),
        Code.of(CaseKind.AT_RISK));
  }

  private static Acknowledgement said(Word word, @Nullable String person) {
    return new Acknowledgement(word, person, AT);
  }

  private static Guarded<PoliceNotice> read(PoliceNotice notice, Map<String, Instant> dues) {
    return Guarded.unstored("id", 1, notice, null, List.of(), dues);
  }

  private static Decision.Write<PoliceNotice, Boolean> written(
      Decision<PoliceNotice, Boolean> decided) {
    return (Decision.Write<PoliceNotice, Boolean>) decided;
  }

  @Test
  @Proves(11)
  void whatWasSeenBeforeTheRiskRoseIsNoAnswer() {
    var before = notice(LOW).acknowledged(DESK, said(Word.SEEN, "officer"));

    assertThat(notice(HIGH).goingOn(before).waitsForDesk()).isTrue();
    var seenAsHigh = notice(HIGH).acknowledged(DESK, said(Word.SEEN, "officer"));
    assertThat(notice(HIGH).goingOn(seenAsHigh).waitsForDesk()).isFalse();
  }

  @Test
  @Proves(11)
  void whoAnsweredBeforeTheChildWentMissingDidNotAnswerTheSearch() {
    var answered = atRisk(HIGH).acknowledged(DESK, said(Word.ACTING, "officer"));

    PoliceNotice.Active search = notice(HIGH).goingOn(answered);

    assertThat(search.waitsForDesk()).isTrue();
    assertThat(TellPolice.goingOn(search, Map.of(), AT).dues())
        .containsEntry(TellPolice.ANSWER_DUE, IN_TIME);
    assertThat(atRisk(HIGH).goingOn(answered).waitsForDesk()).as("still a threat").isFalse();
  }

  @Test
  @Proves(11)
  void aSearchRingsThoughItRangForTheThreatAlready() {
    PoliceNotice.Active rung = atRisk(HIGH).unanswered(AT.minusSeconds(60));
    assertThat(TellPolice.goingOn(atRisk(HIGH).goingOn(rung), Map.of(), AT).dues())
        .doesNotContainKey(TellPolice.ANSWER_DUE);

    PoliceNotice.Active search = notice(HIGH).goingOn(rung);

    assertThat(search.unansweredSince()).isNull();
    assertThat(TellPolice.goingOn(search, Map.of(), AT).dues())
        .containsEntry(TellPolice.ANSWER_DUE, IN_TIME);
  }

  @Test
  @Proves(11)
  void aProgramThatHasReadItIsNoAnswerAndItsDeskThatActsIs() {
    PoliceNotice.Active high = notice(HIGH);

    assertThat(high.acknowledged(DESK, said(Word.SEEN, null)).waitsForDesk()).isTrue();
    assertThat(high.acknowledged(DESK, said(Word.NOT_OURS, "officer")).waitsForDesk()).isTrue();
    assertThat(high.acknowledged(DESK, said(Word.SEEN, "officer")).waitsForDesk()).isFalse();
    assertThat(high.acknowledged(DESK, said(Word.ACTING, null)).waitsForDesk()).isFalse();
  }

  @Test
  void aDeskThatActsHasSeenItAndAnOfficersWordIsMoreThanAPrograms() {
    assertThat(said(Word.ACTING, null).covers(said(Word.SEEN, "officer"))).isTrue();
    assertThat(said(Word.SEEN, "officer").covers(said(Word.SEEN, null))).isTrue();
    assertThat(said(Word.NOT_OURS, null).covers(said(Word.NOT_OURS, "officer"))).isTrue();

    assertThat(said(Word.SEEN, null).covers(said(Word.SEEN, "officer"))).isFalse();
    assertThat(said(Word.SEEN, "officer").covers(said(Word.ACTING, null))).isFalse();
    assertThat(said(Word.ACTING, null).covers(said(Word.NOT_OURS, null))).isFalse();
  }

  @Test
  @Proves(11)
  void aChildWhomAStrangerTookWaitsForADeskBeforeTheRiskIsJudged() {
    Says taken = Says.builder().category(Code.of(Category.THIRD_PARTY_ABDUCTION)).build();

    assertThat(notice(taken).waitsForDesk()).isTrue();
    assertThat(notice(taken.with().risk(Risk.of(RiskLevel.LOW)).build()).waitsForDesk()).isFalse();
    assertThat(notice(Says.EMPTY).waitsForDesk()).isFalse();
  }

  @Test
  @Proves(11)
  void theWordOfADeskThatIsGoneCountsNoMoreAndTheAlarmIsSet() {
    var taken = notice(HIGH).acknowledged(DESK, said(Word.ACTING, "officer"));

    var edit = written(AddressAgain.withoutWord(read(taken, Map.of()), DESK, AT)).edit();

    assertThat(((PoliceNotice.Active) edit.state()).acknowledged()).isEmpty();
    assertThat(edit.dues()).containsEntry(TellPolice.ANSWER_DUE, IN_TIME);
    assertThat(edit.changes()).isEmpty();
    assertThat(AddressAgain.withoutWord(read(taken, Map.of()), "another", AT))
        .isEqualTo(Decision.keep(false));
  }

  @Test
  @Proves(8)
  void whatATombstoneSaidBeforeIsForgottenAtOnce() {
    var stone = new PoliceNotice.Erased("rs", false, Set.of(), YearMonth.of(2026, 3), 2, AT);
    Map<String, Instant> before = Map.of(TellPolice.ANSWER_DUE, IN_TIME);

    var edit = TellPolice.erased(stone, ChangeType.POLICE_NOTICE_ERASED, before, AT);

    assertThat(edit.dues()).isEqualTo(Map.of(KeptHistory.FORGET_DUE, AT));
  }

  @Test
  @Proves(11)
  void aNoticeOfAnEarlierVersionGetsItsAlarmOnce() {
    PoliceNotice.Active high = notice(HIGH);

    var edit = written(RingHotline.armed(read(high, Map.of()), AT)).edit();

    assertThat(edit.dues()).containsEntry(TellPolice.ANSWER_DUE, IN_TIME);
    assertThat(RingHotline.armed(read(high, edit.dues()), AT)).isEqualTo(Decision.keep(false));
    assertThat(RingHotline.armed(read(high.unanswered(AT), Map.of()), AT))
        .isEqualTo(Decision.keep(false));
    assertThat(RingHotline.armed(read(notice(LOW), Map.of()), AT)).isEqualTo(Decision.keep(false));
  }
}
