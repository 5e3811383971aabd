package org.homeward.intake.cases.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.intake.cases.news.TrialNews.ID;
import static org.homeward.intake.cases.news.TrialNews.NOW;
import static org.homeward.intake.cases.news.TrialNews.after;
import static org.homeward.intake.cases.news.TrialNews.decided;
import static org.homeward.intake.cases.news.TrialNews.held;
import static org.homeward.intake.cases.news.TrialNews.news;
import static org.homeward.intake.cases.news.TrialNews.own;
import static org.homeward.intake.cases.news.TrialNews.owned;
import static org.homeward.intake.cases.news.TrialNews.why;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.Happening;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.Task;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.facts.Says;
import org.homeward.schema.snapshots.HandoverStatus;
import org.homeward.schema.snapshots.HandoverTask;
import org.homeward.schema.snapshots.NoticeStatus;
import org.homeward.schema.snapshots.PoliceNoticeSnapshot;
import org.homeward.schema.snapshots.StopScope;
import org.homeward.schema.snapshots.StopSnapshot;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class NewsDecisionsTest {

  private static final int ROUNDS = 400;

  /** The first bits of neighbouring seeds of Random are the same. */
  private static Random random(int seed) {
    return new Random(new SplittableRandom(seed).nextLong());
  }

  /** Every event once in some order, some of them again, some of those without their changes. */
  private static List<News> mixed(List<News> events, Random random) {
    List<News> mixed = new ArrayList<>(events);
    for (int i = random.nextInt(events.size()); i >= 0; i--) {
      News again = events.get(random.nextInt(events.size()));
      mixed.add(
          random.nextBoolean()
              ? again
              : new News(
                  again.caseId(),
                  again.subject(),
                  again.version(),
                  List.of(),
                  again.snapshot(),
                  false));
    }
    Collections.shuffle(mixed, random);
    return mixed;
  }

  @Test
  @Proves(2)
  void anOwnCaseEndsUpTheSameInWhateverOrderAndHoweverOftenNewsComes() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      var random = random(seed);
      List<News> events = RandomNews.ofOwnCase(random);
      Optional<KeptCase> expected = after(Optional.of(own(false)), events);
      assertThat(after(Optional.of(own(false)), mixed(events, random)))
          .as("seed " + seed)
          .isEqualTo(expected);
    }
  }

  @Test
  @Proves(2)
  void aForeignCaseEndsUpTheSameInWhateverOrderAndHoweverOftenNewsComes() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      var random = random(seed);
      List<News> handover = RandomNews.ofForeignCase(random);
      List<News> alerts = RandomNews.ofAlertAndStop(random);
      List<News> all = new ArrayList<>(handover);
      all.addAll(alerts);
      Optional<KeptCase> expected = after(Optional.empty(), all);
      // Nobody tells of an alert before there is a case here: something of its handover is first.
      List<News> shuffled = mixed(all, random);
      News first = shuffled.stream().filter(RandomNews::makesTheCase).findFirst().orElseThrow();
      shuffled.addFirst(first);
      assertThat(after(Optional.empty(), shuffled)).as("seed " + seed).isEqualTo(expected);
    }
  }

  @Test
  @Proves(9)
  void aHandoverOfTheOtherMarkChangesNothing() {
    var real = owned(HandoverStatus.ACCEPTED).snapshot();
    assertThat(why(decided(Optional.of(own(true)), news(1, real))))
        .isEqualTo(NewsFollowed.EXERCISE_CHANGED);
    var stop = new StopSnapshot("case." + ID, StopScope.CASE, ID, null, false);
    assertThat(decided(Optional.of(own(true)), news(1, stop)))
        .as("a stop is about whatever it names")
        .isInstanceOf(NewsDecision.Becomes.class);
  }

  @Test
  @Proves(5)
  void whatAPartnerHoldsNeverTouchesACaseOfOurs() {
    var content = RandomNews.content("forged", true);
    for (HandoverStatus status : HandoverStatus.values()) {
      var forged = held(status, status == HandoverStatus.RECALLED ? null : content).snapshot();
      assertThat(why(decided(Optional.of(own(false)), news(9, forged))))
          .isEqualTo(NewsFollowed.NOT_THE_OWNER);
    }
  }

  @Test
  void theSightingsOfAPartnerStayOutsideTheFold() {
    var random = random(1);
    Case before = own(false);
    Case after = (Case) after(Optional.of(before), RandomNews.ofOwnCase(random)).orElseThrow();
    assertThat(after.heard().values().stream().flatMap(h -> h.sightings().stream())).isNotEmpty();
    assertThat(after.facts()).isEqualTo(before.facts());
  }

  @Test
  void whatAPartnerDidNotDoInTimeIsATask() {
    for (HandoverTask open : HandoverTask.values()) {
      var told = owned(HandoverStatus.OFFERED).open(open);
      Case now = after(own(false), news(1, told.snapshot()));
      assertThat(now.allTasks()).hasSize(1);
    }
  }

  private static News ofPolice(long version, boolean unanswered, ChangeType... changes) {
    var told =
        new PoliceNoticeSnapshot(
            "n1",
            "rs",
            false,
            NoticeStatus.ACTIVE,
            null,
            null,
            Set.of(),
            Map.of(),
            Says.EMPTY,
            unanswered,
            null);
    List<Happening> happenings =
        Stream.of(changes)
            .map(change -> new Happening(version, change.text(), NOW, "desk-1"))
            .toList();
    return new News(ID, "police-notice/n1", version, happenings, told, false);
  }

  @Test
  @Proves(11)
  void aSearchThatNoDeskTookIsATaskUntilOneTakesIt() {
    Optional<KeptCase> before = Optional.of(own(false));
    var rings = ofPolice(2, true, ChangeType.POLICE_NOTICE_UNANSWERED);
    var acting = ofPolice(3, false, ChangeType.POLICE_NOTICE_ACTING);

    var ringing = (Case) after(before, List.of(rings)).orElseThrow();
    var taken = (Case) after(before, List.of(rings, acting)).orElseThrow();

    assertThat(ringing.allTasks())
        .contains(new Task(Task.Kind.CALL_POLICE, "police-notice/n1", NOW));
    assertThat(taken.allTasks()).doesNotContainAnyElementsOf(ringing.allTasks());
    assertThat(after(before, List.of(acting, rings, acting))).contains(taken);
    assertThat(taken.heard("police-notice/n1").happenings())
        .extracting(Happening::type)
        .containsExactly("police-notice.unanswered.v1", "police-notice.acting.v1");
  }

  /** Else each release would make the page old on which it was decided. */
  @Test
  void whatANoticeSaysOfItsOwnCaseChangesNothing() {
    var issued = ofPolice(1, false, ChangeType.POLICE_NOTICE_ISSUED);

    assertThat(why(decided(Optional.of(own(false)), issued))).isEqualTo(NewsFollowed.NOT_FOR_US);
  }
}
