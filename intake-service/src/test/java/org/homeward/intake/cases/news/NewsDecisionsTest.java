package org.homeward.intake.cases.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.homeward.durable.document.Command;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.KeptChild;
import org.homeward.intake.cases.KeptReport;
import org.homeward.intake.cases.Task;
import org.homeward.intake.cases.TrialCases;
import org.homeward.intake.staff.Staff;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.ChildState;
import org.homeward.schema.facts.Code;
import org.homeward.schema.facts.HandedCase;
import org.homeward.schema.facts.HandoverBrake;
import org.homeward.schema.facts.HandoverSide;
import org.homeward.schema.facts.HandoverSnapshot;
import org.homeward.schema.facts.HandoverStatus;
import org.homeward.schema.facts.HandoverTask;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.RecallReason;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.Snapshot;
import org.homeward.schema.facts.StopScope;
import org.homeward.schema.facts.StopSnapshot;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class NewsDecisionsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T22:15:00Z");
  private static final int ROUNDS = 400;
  private static final String ID = RandomNews.CASE;

  private static final Staff STAFF =
      new Staff(Map.of(), Set.of("jelena", "milica"), Set.of("vera"));

  private final NewsDecisions decisions =
      new NewsDecisions(subject -> "report-of-" + subject, () -> STAFF);

  private static KeptCase own(boolean exercise) {
    Says says = Says.builder().children(Map.of("c1", ChildFacts.EMPTY)).build();
    var report =
        KeptReport.held(
            "r1",
            Channel.PHONE,
            HoldReason.UNDECIDED,
            says,
            List.of("c1"),
            Says.EMPTY,
            new Command("k", "h"),
            "p1",
            NOW);
    return new Case(
        ID,
        "rs",
        exercise,
        NOW,
        null,
        Set.of(),
        Map.of("c1", KeptChild.MISSING),
        List.of(report),
        List.of());
  }

  private Optional<KeptCase> after(Optional<KeptCase> kept, List<News> news) {
    Optional<KeptCase> now = kept;
    for (News each : news) {
      if (decisions.decide(now, each, NOW) instanceof NewsDecided.Becomes(var next, var _)) {
        now = Optional.of(next);
      }
    }
    return now;
  }

  private static NewsFollowed why(NewsDecided decided) {
    return ((NewsDecided.Stays) decided).why();
  }

  private static News news(long version, Snapshot snapshot) {
    return new News(
        ID, snapshot.kind().word() + "/" + snapshot.id(), version, List.of(), snapshot, false);
  }

  private static HandoverSnapshot told(
      HandoverSide role, HandoverStatus status, boolean exercise, HandedCase content) {
    return new HandoverSnapshot(
        "h1",
        ID,
        role,
        "gr",
        role == HandoverSide.OWNER ? "rs" : "gr",
        exercise,
        status,
        false,
        false,
        null,
        content,
        List.of(),
        List.of(),
        null,
        List.of());
  }

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
  @Proves(12)
  void aNewerSnapshotNeverTouchesTheReleaseOfAForeignReport() {
    var first = RandomNews.content("first", false);
    Case held =
        (Case)
            after(
                    Optional.empty(),
                    List.of(
                        news(1, told(HandoverSide.HOLDER, HandoverStatus.RELEASED, false, first))))
                .orElseThrow();
    assertThat(held.reports().getFirst().report().isHeld()).isTrue();
    var byPhone = new PoliceRelease.ByPhone("desk", NOW, "K 1", null);
    KeptCase told = TrialCases.released(held, byPhone);
    var second = RandomNews.content("second", false);
    Case later =
        (Case)
            after(
                    Optional.of(told),
                    List.of(
                        news(2, told(HandoverSide.HOLDER, HandoverStatus.RELEASED, false, second))))
                .orElseThrow();
    Report report = later.reports().getFirst().report();
    assertThat(report.policeRelease()).isEqualTo(byPhone);
    assertThat(report.says()).isEqualTo(second.facts());
  }

  @Test
  @Proves(9)
  void aHandoverOfTheOtherMarkChangesNothing() {
    var real = told(HandoverSide.OWNER, HandoverStatus.ACCEPTED, false, null);
    assertThat(why(decisions.decide(Optional.of(own(true)), news(1, real), NOW)))
        .isEqualTo(NewsFollowed.EXERCISE_CHANGED);
    var stop = new StopSnapshot("case." + ID, StopScope.CASE, ID, null, false);
    assertThat(decisions.decide(Optional.of(own(true)), news(1, stop), NOW))
        .as("a stop is about whatever it names")
        .isInstanceOf(NewsDecided.Becomes.class);
  }

  @Test
  @Proves(5)
  void whatAPartnerHoldsNeverTouchesACaseOfOurs() {
    var content = RandomNews.content("forged", true);
    for (HandoverStatus status : HandoverStatus.values()) {
      var forged =
          told(
              HandoverSide.HOLDER,
              status,
              false,
              status == HandoverStatus.RECALLED ? null : content);
      assertThat(why(decisions.decide(Optional.of(own(false)), news(9, forged), NOW)))
          .isEqualTo(NewsFollowed.NOT_THE_OWNER);
    }
  }

  private static News braked(long version, long count, boolean referenced) {
    return news(
        version,
        new HandoverSnapshot(
            "h1",
            ID,
            HandoverSide.OWNER,
            "gr",
            "rs",
            false,
            HandoverStatus.RELEASED,
            false,
            true,
            new HandoverBrake(count, referenced),
            null,
            null,
            List.of(),
            List.of(),
            null,
            List.of()));
  }

  private static News frozen(long version, HandoverSide role) {
    return news(
        version,
        new HandoverSnapshot(
            "h1",
            ID,
            role,
            "gr",
            role == HandoverSide.OWNER ? "rs" : "gr",
            false,
            HandoverStatus.RELEASED,
            true,
            false,
            null,
            role == HandoverSide.OWNER ? null : RandomNews.content("x", false),
            List.of(),
            List.of(),
            null,
            List.of()));
  }

  private Case after(Case now, News... news) {
    return (Case) after(Optional.of(now), List.of(news)).orElseThrow();
  }

  @Test
  @Proves(4)
  void aBrakeFreezesWhateverItsVersion() {
    News newest = news(99, told(HandoverSide.OWNER, HandoverStatus.RELEASED, false, null));
    Case after = after((Case) own(false), newest, braked(4, 1, true));
    assertThat(after.standing()).isEqualTo(Case.Standing.FROZEN);
  }

  @Test
  @Proves(4)
  void aBrakeWithoutAReferenceOfThePoliceHoldsAndFreezesNothing() {
    NewsDecided decided = decisions.decide(Optional.of(own(false)), braked(2, 1, false), NOW);
    assertThat(decided)
        .isInstanceOfSatisfying(
            NewsDecided.Becomes.class,
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
    var unnumbered =
        new HandoverSnapshot(
            "h1",
            ID,
            HandoverSide.OWNER,
            "gr",
            "rs",
            false,
            HandoverStatus.RELEASED,
            false,
            true,
            null,
            null,
            List.of(),
            List.of(),
            null,
            List.of());
    assertThat(after((Case) own(false), news(2, unnumbered)).isFrozen()).isTrue();
  }

  @Test
  @Proves({2, 4})
  void afterAnAnswerOnlyALaterBrakeHoldsAgain() {
    Case answered = TrialCases.answered(after((Case) own(false), braked(2, 1, false)));
    assertThat(after(answered, braked(2, 1, false), braked(3, 1, false)).isBraked()).isFalse();
    assertThat(after(answered, braked(4, 2, false)).isBraked()).isTrue();
    assertThat(after(answered, braked(4, 2, true)).isFrozen()).isTrue();
  }

  @Test
  @Proves({2, 4})
  void afterALiftNoOldEventFreezesAgainAndANewBrakeDoes() {
    Case lifted = TrialCases.lifted(after((Case) own(false), braked(2, 1, true)));
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
    var calm =
        told(HandoverSide.HOLDER, HandoverStatus.RELEASED, false, RandomNews.content("x", false));
    Case held =
        (Case)
            after(Optional.empty(), List.of(frozen(1, HandoverSide.HOLDER), news(2, calm)))
                .orElseThrow();
    assertThat(held.isFrozen()).as("the owner's lift lifts nothing here").isTrue();
    Case lifted = TrialCases.lifted(held);
    Case neverToldOf = (Case) after(Optional.empty(), List.of(news(2, calm))).orElseThrow();
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
    Case frozen = ((Case) own(false)).frozen(NOW, "p1");
    Case stopped = TrialCases.firstWordToLift(after(frozen, news(1, stop), braked(2, 1, false)));
    Case repeated = after(stopped, news(1, stop), braked(2, 1, false));
    assertThat(repeated.rulings().words()).hasSize(1);
    for (News later : List.of(news(2, stop), braked(3, 2, false), braked(3, 2, true))) {
      assertThat(after(stopped, later).rulings().words()).as(later.toString()).isEmpty();
    }
  }

  @Test
  void theSightingsOfAPartnerStayOutsideTheFold() {
    var random = random(1);
    Case before = (Case) own(false);
    Case after = (Case) after(Optional.of(before), RandomNews.ofOwnCase(random)).orElseThrow();
    assertThat(after.heard().values().stream().flatMap(h -> h.sightings().stream())).isNotEmpty();
    assertThat(after.facts()).isEqualTo(before.facts());
  }

  @Test
  void aStopOfItsAlertsAsksWhetherToFreezeTheCaseToo() {
    var stop = new StopSnapshot("case." + ID, StopScope.CASE, ID, null, false);
    Case stopped = (Case) after(Optional.of(own(false)), List.of(news(1, stop))).orElseThrow();
    assertThat(stopped.allTasks())
        .extracting(Task::kind)
        .containsExactly(Task.Kind.FREEZE_CASE_TOO);
    assertThat(stopped.frozen(NOW, "p1").allTasks()).isEmpty();
    var lifted = new StopSnapshot("case." + ID, StopScope.CASE, ID, null, true);
    assertThat(
            ((Case) after(Optional.of(stopped), List.of(news(2, lifted))).orElseThrow()).allTasks())
        .isEmpty();
  }

  @Test
  void whatAPartnerDidNotDoInTimeIsATask() {
    for (HandoverTask open : HandoverTask.values()) {
      var snapshot =
          new HandoverSnapshot(
              "h1",
              ID,
              HandoverSide.OWNER,
              "gr",
              "rs",
              false,
              HandoverStatus.OFFERED,
              false,
              false,
              null,
              null,
              List.of(),
              List.of(Code.of(open)),
              null,
              List.of());
      Case now = (Case) after(Optional.of(own(false)), List.of(news(1, snapshot))).orElseThrow();
      assertThat(now.allTasks()).hasSize(1);
    }
  }

  @Test
  @Proves(5)
  void whateverItsOwnerSaysTheLastSupervisorAndOfficerHereSeeTheCase() {
    var content = RandomNews.content("x", false);
    var hostile =
        new HandedCase(
            content.scope(),
            content.children(),
            content.facts(),
            1,
            false,
            Set.of("person:jelena", "person:milica", "person:vera", "person:ana"));
    var told = news(1, told(HandoverSide.HOLDER, HandoverStatus.RELEASED, false, hostile));
    for (Optional<KeptCase> before :
        List.of(Optional.<KeptCase>empty(), after(Optional.empty(), List.of(calm())))) {
      Case held = (Case) after(before, List.of(news(3, told.snapshot()))).orElseThrow();
      assertThat(held.notTo()).containsExactlyInAnyOrder("person:milica", "person:ana");
    }
  }

  @Test
  @Proves(5)
  void whoeverIsLeftHereSeesTheCaseThatItsOwnerKeepsFromAllOthers() {
    Case kept = ((Case) after(Optional.empty(), List.of(calm())).orElseThrow());
    kept = kept.with(kept.rulings().keepingFrom(Set.of("person:milica")));
    Set<String> others = Set.of("person:jelena", "person:vera");
    Case held = (Case) after(Optional.of(kept), List.of(keptFrom(others))).orElseThrow();
    assertThat(held.notTo()).containsExactly("person:milica");
  }

  @Test
  @Proves({5, 6})
  void anOwnerWhoFillsTheListIsRefused() {
    Set<String> many = new TreeSet<>();
    for (int i = 0; i <= KeptCase.MOST_KEPT_FROM; i++) many.add("person:p" + i);
    assertThat(why(decisions.decide(Optional.empty(), keptFrom(many), NOW)))
        .isEqualTo(NewsFollowed.TOO_MANY_KEPT_FROM);
    many.remove("person:p0");
    assertThat(after(Optional.empty(), List.of(keptFrom(many)))).isPresent();
  }

  private static News keptFrom(Set<String> notTo) {
    var content = RandomNews.content("x", false);
    var told =
        new HandedCase(content.scope(), content.children(), content.facts(), 1, false, notTo);
    return news(4, told(HandoverSide.HOLDER, HandoverStatus.RELEASED, false, told));
  }

  private static News calm() {
    var content = RandomNews.content("x", false);
    return news(2, told(HandoverSide.HOLDER, HandoverStatus.RELEASED, false, content));
  }

  @Test
  void anEndOfAForeignCaseIsNeverTakenBack() {
    var ended =
        told(HandoverSide.HOLDER, HandoverStatus.ENDED, false, RandomNews.content("x", true));
    var again =
        told(HandoverSide.HOLDER, HandoverStatus.RELEASED, false, RandomNews.content("x", false));
    Case now =
        (Case) after(Optional.empty(), List.of(news(1, ended), news(2, again))).orElseThrow();
    assertThat(now.children().values())
        .allMatch(child -> child.status().status() == ChildState.ENDED);
    assertThat(new TreeSet<>(now.children().keySet())).containsExactly("c1", "c2");
  }

  @Test
  void aRecallThatComesBeforeItsReleaseLeavesTheSameTombstone() {
    var recalled =
        new HandoverSnapshot(
            "h1",
            ID,
            HandoverSide.HOLDER,
            "gr",
            "gr",
            false,
            HandoverStatus.RECALLED,
            false,
            false,
            null,
            null,
            List.of(),
            List.of(),
            Code.of(RecallReason.MISTAKE),
            List.of());
    var released =
        told(HandoverSide.HOLDER, HandoverStatus.RELEASED, false, RandomNews.content("x", false));
    var early = after(Optional.empty(), List.of(news(2, recalled), news(1, released)));
    assertThat(early)
        .isEqualTo(after(Optional.empty(), List.of(news(1, released), news(2, recalled))));
    assertThat(early.orElseThrow()).isInstanceOf(ErasedCase.class);
  }
}
