package org.homeward.intake.cases.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.intake.cases.news.TrialNews.ID;
import static org.homeward.intake.cases.news.TrialNews.NOW;
import static org.homeward.intake.cases.news.TrialNews.after;
import static org.homeward.intake.cases.news.TrialNews.braked;
import static org.homeward.intake.cases.news.TrialNews.brought;
import static org.homeward.intake.cases.news.TrialNews.calm;
import static org.homeward.intake.cases.news.TrialNews.decided;
import static org.homeward.intake.cases.news.TrialNews.frozen;
import static org.homeward.intake.cases.news.TrialNews.held;
import static org.homeward.intake.cases.news.TrialNews.news;
import static org.homeward.intake.cases.news.TrialNews.own;
import static org.homeward.intake.cases.news.TrialNews.owned;

import java.util.List;
import java.util.Optional;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.Task;
import org.homeward.intake.cases.TrialCases;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.snapshots.HandoverSide;
import org.homeward.schema.snapshots.HandoverStatus;
import org.homeward.schema.snapshots.StopScope;
import org.homeward.schema.snapshots.StopSnapshot;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** Brakes, freezes and stops that another service tells of, before and after a lift. */
class RestraintsTest {

  @Test
  @Proves(4)
  void aBrakeFreezesWhateverItsVersion() {
    News newest = news(99, owned(HandoverStatus.RELEASED).snapshot());
    Case after = after(own(false), newest, braked(4, 1, true));
    assertThat(after.standing()).isEqualTo(Case.Standing.FROZEN);
  }

  @Test
  @Proves(4)
  void aBrakeWithoutAReferenceOfThePoliceHoldsAndFreezesNothing() {
    NewsDecision decided = decided(Optional.of(own(false)), braked(2, 1, false));
    assertThat(decided)
        .isInstanceOfSatisfying(
            NewsDecision.Becomes.class,
            becomes -> {
              Case held = (Case) becomes.next();
              assertThat(held.standing()).isEqualTo(Case.Standing.OPEN);
              assertThat(held.isBraked()).isTrue();
              assertThat(becomes.changes()).containsExactly(ChangeType.CASE_AMENDED);
            });
  }

  @Test
  @Proves(4)
  void aBrakeOfWhichNothingIsKnownFreezesLikeOneWithAReference() {
    var unnumbered = owned(HandoverStatus.RELEASED).braked(null).snapshot();
    assertThat(after(own(false), news(2, unnumbered)).isFrozen()).isTrue();
  }

  @Test
  @Proves({2, 4})
  void afterAnAnswerOnlyALaterBrakeHoldsAgain() {
    Case answered = TrialCases.answered(after(own(false), braked(2, 1, false)));
    assertThat(after(answered, braked(2, 1, false), braked(3, 1, false)).isBraked()).isFalse();
    assertThat(after(answered, braked(4, 2, false)).isBraked()).isTrue();
    assertThat(after(answered, braked(4, 2, true)).isFrozen()).isTrue();
  }

  @Test
  @Proves({2, 4})
  void afterALiftNoOldEventFreezesAgainAndANewBrakeDoes() {
    Case lifted = TrialCases.lifted(after(own(false), braked(2, 1, true)));
    Case told =
        after(
            lifted,
            braked(1, 1, true),
            braked(2, 1, true),
            braked(5, 1, true),
            frozen(6, HandoverSide.OWNER));
    assertThat(told.isFrozen()).as("what was lifted, and our own freeze that comes back").isFalse();
    assertThat(after(told, braked(7, 2, true)).isFrozen()).isTrue();
  }

  @Test
  @Proves({2, 4, 5})
  void afterALiftTheOwnerFreezesAgainOnlyByALaterWord() {
    Case held = brought(frozen(1, HandoverSide.HOLDER), calm(2));
    assertThat(held.isFrozen()).as("the owner's lift lifts nothing here").isTrue();
    Case lifted = TrialCases.lifted(held);
    Case neverToldOf = brought(calm(2));
    Case liftedToo = TrialCases.lifted(neverToldOf.frozen(NOW, "p1"));
    for (Case now : List.of(lifted, liftedToo)) {
      assertThat(after(now, frozen(1, HandoverSide.HOLDER)).isFrozen()).as("late").isFalse();
    }
    assertThat(after(lifted, frozen(3, HandoverSide.HOLDER)).isFrozen()).isTrue();
  }

  @Test
  @Proves(4)
  void aStopOrABrakeAfterTheFirstWordMakesItVoidAndAnOldOneDoesNot() {
    var stop = new StopSnapshot("case." + ID, StopScope.CASE, ID, null, false);
    Case frozen = own(false).frozen(NOW, "p1");
    Case stopped = TrialCases.firstWordToLift(after(frozen, news(1, stop), braked(2, 1, false)));
    Case repeated = after(stopped, news(1, stop), braked(2, 1, false));
    assertThat(repeated.rulings().words()).hasSize(1);
    for (News later : List.of(news(2, stop), braked(3, 2, false), braked(3, 2, true))) {
      assertThat(after(stopped, later).rulings().words()).as(later.toString()).isEmpty();
    }
  }

  @Test
  void aStopOfItsAlertsAsksWhetherToFreezeTheCaseToo() {
    var stop = new StopSnapshot("case." + ID, StopScope.CASE, ID, null, false);
    Case stopped = after(own(false), news(1, stop));
    assertThat(stopped.allTasks())
        .extracting(Task::kind)
        .containsExactly(Task.Kind.FREEZE_CASE_TOO);
    assertThat(stopped.frozen(NOW, "p1").allTasks()).isEmpty();
    var lifted = new StopSnapshot("case." + ID, StopScope.CASE, ID, null, true);
    assertThat(after(stopped, news(2, lifted)).allTasks()).isEmpty();
  }
}
