package org.homeward.alert.police.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.TrialCase;
import org.homeward.copies.CaseCopy;
import org.homeward.schema.disclosure.WithheldClass;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.facts.CasePhoto;
import org.homeward.schema.facts.PhotoLabel;
import org.homeward.schema.facts.PhotoSource;
import org.homeward.schema.facts.PhotoWitness;
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

  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));

  @Test
  @Proves(12)
  void heldReportMakesNoNotice() {
    trial.reported(says);

    NoticeDecision decided = DecidedNotices.of(trial, Optional.empty(), DecidedNotices.LATER);

    assertThat(decided).isEqualTo(new NoticeDecision.NoNotice());
  }

  @Test
  @Proves(12)
  void reportToldByVoiceMakesNoNotice() {
    trial.reported(says).byPhone(says);

    NoticeDecision decided = DecidedNotices.of(trial, Optional.empty(), DecidedNotices.LATER);

    assertThat(decided).isEqualTo(new NoticeDecision.NoNotice());
  }

  @Test
  void heldReportBesideAReleasedOneAddsNothing() {
    trial.reported(says).released(says);
    var before = DecidedNotices.first(trial);
    trial.reported(says.with().circumstances(new Text("en", Facts.SECRET)).build());

    NoticeDecision decided = DecidedNotices.of(trial, Optional.of(before), DecidedNotices.LATER);

    assertThat(decided).isEqualTo(new NoticeDecision.Same(before));
  }

  @Test
  @Proves(12)
  void childOfWhomPoliceWereToldByVoiceOnlyIsNotOnTheFeed() {
    trial.reported(says).released(says);
    var before = DecidedNotices.first(trial);
    String sibling = trial.sibling();
    Says ofSibling = Facts.says(sibling, Facts.boy("Another Name", 7));
    trial.reported(ofSibling).byPhone(ofSibling);

    PoliceNotice.Active after = DecidedNotices.next(trial, before);

    assertThat(after.children()).doesNotContainKey(sibling);
    assertThat(after.facts()).isEqualTo(before.facts());
  }

  @Test
  void whoIsKeptFromANoticeIsKeptFromItsTombstone() {
    trial.notTo("desk:d1").reported(says).released(says);

    NoticeDecision decided =
        NoticeDecisions.forget(DecidedNotices.first(trial), DecidedNotices.LATER);

    assertThat(decided)
        .isInstanceOfSatisfying(
            NoticeDecision.Becomes.class,
            stone -> assertThat(stone.notice().notTo()).containsExactly("desk:d1"));
  }

  @Test
  void factLimitedToTheTeamStaysOutAndItsClassIsSaid() {
    trial.reported(says).released(Facts.withRestricted(says));

    PoliceNotice.Active notice = DecidedNotices.first(trial);

    assertThat(notice.facts().circumstances()).isNull();
    assertThat(notice.withheld()).containsExactly(WithheldClass.CASE_TEAM);
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
    var before = DecidedNotices.first(trial);
    trial.ended(sister, Outcome.FOUND_SAFE);

    PoliceNotice.Active after = DecidedNotices.next(trial, before);

    assertThat(after.facts().children()).containsOnlyKeys(trial.child);
    assertThat(after.children().get(sister).status()).isEqualTo(ChildState.ENDED);
    assertThat(after.changed().getFirst().what())
        .containsExactly("/children/" + sister + "/status");
  }

  @Test
  @Proves(7)
  void photoLeavesWithTheChildWhomItShows() {
    String sister = trial.sibling();
    Says both =
        says.with()
            .children(
                Map.of(trial.child, Facts.boy(Facts.NAME, 9), sister, Facts.boy("Milica P.", 12)))
            .build();
    trial.reported(both).released(both);
    trial.photo(photo("one", trial.child)).photo(photo("two", sister));
    assertThat(DecidedNotices.first(trial).photos())
        .extracting(NoticePhoto::photo)
        .containsExactly("one", "two");

    trial.ended(sister, Outcome.FOUND_SAFE);

    assertThat(DecidedNotices.first(trial).photos())
        .extracting(NoticePhoto::photo)
        .containsExactly("one");
  }

  private static CasePhoto photo(String id, String child) {
    return new CasePhoto(
        id,
        child,
        Code.of(PhotoSource.FAMILY),
        null,
        Code.of(PhotoWitness.PARENT),
        Code.of(PhotoLabel.UNCHANGED),
        Map.of("400", "0".repeat(64)));
  }

  @Test
  void gravestOutcomeIsSaidOfChildrenWithDifferentEnds() {
    String sister = trial.sibling();
    trial.reported(says).released(says);
    var before = DecidedNotices.first(trial);
    trial.ended(trial.child, Outcome.FOUND_SAFE).ended(sister, Outcome.FOUND_HARMED);

    NoticeDecision.Becomes decided =
        DecidedNotices.becomes(DecidedNotices.of(trial, Optional.of(before), DecidedNotices.LATER));

    assertThat(((PoliceNotice.Ended) decided.notice()).outcome().value())
        .isEqualTo(Outcome.FOUND_HARMED);
  }

  @Test
  void correctedOutcomeIsTold() {
    trial.reported(says).released(says);
    var before = DecidedNotices.first(trial);
    trial.ended(trial.child, Outcome.FOUND_SAFE);
    var ended =
        DecidedNotices.becomes(DecidedNotices.of(trial, Optional.of(before), DecidedNotices.LATER))
            .notice();
    trial.ended(trial.child, Outcome.WRONG_CHILD);

    NoticeDecision.Becomes corrected =
        DecidedNotices.becomes(
            DecidedNotices.of(trial, Optional.of(ended), DecidedNotices.LATER.plusSeconds(5)));

    assertThat(corrected.change()).isEqualTo(ChangeType.POLICE_NOTICE_CHANGED);
    assertThat(((PoliceNotice.Ended) corrected.notice()).outcome().value())
        .isEqualTo(Outcome.WRONG_CHILD);
    assertThat(corrected.notice().updated()).isEqualTo(DecidedNotices.LATER.plusSeconds(5));
  }

  @Test
  void tombstoneSaysTheMonthAndNoHourOfTheEnd() {
    trial.reported(says).released(says);
    PoliceNotice notice = DecidedNotices.first(trial);
    Instant then = Instant.parse("2026-04-17T15:45:12.345Z");

    var stone =
        (PoliceNotice.Erased) DecidedNotices.becomes(NoticeDecisions.forget(notice, then)).notice();

    assertThat(stone.month()).isEqualTo(YearMonth.of(2026, 4));
    assertThat(stone.updated()).isEqualTo(Instant.parse("2026-04-17T00:00:00Z"));
    assertThat(stone.updated()).isAfter(notice.updated());
  }

  /** Otherwise "taken back by a partner" would look like a find. */
  @Test
  void anEndSaysWhyAndByWhom() {
    trial.reported(says).released(says);
    var issued = DecidedNotices.first(trial);
    var month = YearMonth.of(2026, 3);
    var recalled = new CaseCopy.Erased(false, month, false, Set.of(), true);
    var erased = new CaseCopy.Erased(false, month);
    var ended = new CaseCopy.Known(trial.ended().snapshot());

    assertThat(endOf(issued, recalled)).isEqualTo(NoticeEnd.of(NoticeEndReason.TAKEN_BACK, false));
    assertThat(endOf(issued, erased)).isEqualTo(NoticeEnd.of(NoticeEndReason.ERASED, true));
    assertThat(endOf(issued, ended)).isEqualTo(NoticeEnd.of(NoticeEndReason.SEARCH_ENDED, true));
  }

  private static @Nullable NoticeEnd endOf(PoliceNotice.Active issued, CaseCopy copy) {
    NoticeDecision decided =
        DecidedNotices.DECISIONS.decide(copy, Optional.of(issued), DecidedNotices.LATER);
    return ((PoliceNotice.Ended) DecidedNotices.becomes(decided).notice()).end();
  }
}
