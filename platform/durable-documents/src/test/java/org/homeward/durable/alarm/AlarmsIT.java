package org.homeward.durable.alarm;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeward.durable.Engines;
import org.homeward.durable.Tally;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.DocumentSettings;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AlarmsIT {

  private static Engines engines;
  private final SettableClock clock = SettableClock.at("2026-03-01T22:15:00Z");

  @BeforeAll
  static void start() {
    engines = Engines.store();
  }

  @AfterAll
  static void stop() {
    engines.close();
  }

  private GuardedDocuments<Tally> documents(String name) {
    return new GuardedDocuments<>(
        engines.client().getDatabase("alarms"),
        name,
        Tally.CODEC,
        DocumentSettings.first(clock),
        List.of());
  }

  private static Alarms alarms(
      String name, GuardedDocuments<Tally> documents, AlarmHandler handler, String... atStart) {
    return new Alarms(name, documents, List.of(handler), AlarmSettings.DEFAULT, List.of(atStart));
  }

  private void dueAt(GuardedDocuments<Tally> documents, String id, Instant at) {
    documents.create(
        id, Edit.of(Tally.of(), "me").withDues(Map.of("look", at)), new Command(id, "h"), "");
  }

  private static void answered(GuardedDocuments<Tally> documents, String id) {
    documents.change(id, d -> Decision.write(Edit.of(d.state().and("rang"), "alarm"), ""));
  }

  @Test
  @Proves(11)
  void anAlarmRingsOnceWhenItsTimeHasComeAndNotBefore() {
    var documents = documents("once");
    dueAt(documents, "a", clock.instant().plusSeconds(60));
    var alarms = alarms("once", documents, id -> answered(documents, id));
    assertThat(alarms.ring()).isZero();
    clock.advance(Duration.ofSeconds(60));
    assertThat(alarms.ring()).isEqualTo(1);
    clock.advance(Duration.ofHours(1));
    assertThat(alarms.ring()).isZero();
    assertThat(documents.find("a").orElseThrow().state()).isEqualTo(Tally.of("rang"));
  }

  @Test
  void aStartDoesNotWaitForWhatWasOnlyPutOff() {
    var documents = documents("start");
    dueAt(documents, "a", clock.instant().plusSeconds(600));
    List<String> looked = new ArrayList<>();
    AlarmHandler handler =
        id -> {
          assertThat(documents.find(id).orElseThrow().dueAt(clock.instant())).contains("look");
          looked.add(id);
        };
    var waiting = alarms("start", documents, handler, "other");
    assertThat(waiting.ring()).isZero();

    var started = alarms("start", documents, handler, "look");

    assertThat(started.ring()).isOne();
    assertThat(looked).containsExactly("a");
    dueAt(documents, "b", clock.instant().plusSeconds(600));
    assertThat(started.ring()).as("later it waits").isZero();
  }

  @Test
  @Proves(11)
  void anAlarmWhoseAnswerDiesComesAgain() {
    var documents = documents("again");
    dueAt(documents, "a", clock.instant());
    var dying =
        alarms(
            "again",
            documents,
            id -> {
              throw new IllegalStateException();
            });
    dying.ring();
    var alarms = alarms("again", documents, id -> answered(documents, id));
    assertThat(alarms.ring()).isZero();
    clock.advance(Duration.ofSeconds(30));
    assertThat(alarms.ring()).isEqualTo(1);
  }

  @Test
  @Proves(11)
  void aStartEndsWhatAClockThatWasAheadHasClaimed() {
    var documents = documents("ahead");
    dueAt(documents, "a", clock.instant());
    clock.advance(Duration.ofMinutes(10));
    var dying =
        alarms(
            "ahead",
            documents,
            id -> {
              throw new IllegalStateException();
            });
    dying.ring();
    clock.advance(Duration.ofMinutes(-10));

    var started = alarms("ahead", documents, id -> answered(documents, id));

    assertThat(started.ring()).isOne();
  }

  @Test
  @Proves(11)
  void whatAClockThatWasAheadHasSetRingsAfterItsTimeFromNow() {
    var documents = documents("set-ahead");
    clock.advance(Duration.ofHours(10));
    dueAt(documents, "a", clock.instant().plus(Duration.ofMinutes(15)));
    clock.advance(Duration.ofHours(-10));
    dueAt(documents, "b", clock.instant().plus(Duration.ofHours(10)));
    List<String> looked = new ArrayList<>();
    AlarmHandler handler =
        id -> {
          assertThat(documents.find(id).orElseThrow().dueAt(clock.instant())).contains("look");
          answered(documents, id);
          looked.add(id);
        };
    var running = alarms("set-ahead", documents, handler);

    assertThat(running.ring()).as("it was set for a quarter of an hour").isZero();
    clock.advance(Duration.ofMinutes(15));
    assertThat(running.ring()).isOne();

    assertThat(looked).containsExactly("a");
    clock.advance(Duration.ofHours(10));
    assertThat(running.ring()).as("what a right clock set rings at its time").isOne();
    assertThat(looked).containsExactly("a", "b");
  }

  @Test
  void aClaimOutlivesThatItsDueIsJudgedAnew() {
    var documents = documents("set-ahead-claimed");
    clock.advance(Duration.ofSeconds(20));
    dueAt(documents, "a", clock.instant());
    var dying = alarms("set-ahead-claimed", documents, id -> fail());
    dying.ring();
    clock.advance(Duration.ofSeconds(-20));

    var other = alarms("set-ahead-claimed", documents, id -> answered(documents, id));
    assertThat(other.ring()).isZero();
    clock.advance(Duration.ofSeconds(50));

    assertThat(other.ring()).isOne();
  }

  @Test
  void aDueOfAnEarlierReleaseRingsAtItsTime() {
    var documents = documents("set-unknown");
    dueAt(documents, "a", clock.instant().plusSeconds(60));
    dueAt(documents, "b", clock.instant().plusSeconds(60));
    engines
        .client()
        .getDatabase("alarms")
        .getCollection("set-unknown")
        .updateOne(eq("_id", "a"), combine(unset("duesSet"), unset("lastSetAt")));
    clock.advance(Duration.ofHours(-1));
    var alarms = alarms("set-unknown", documents, id -> answered(documents, id));
    assertThat(alarms.ring()).isZero();

    clock.advance(Duration.ofSeconds(60));
    assertThat(alarms.ring()).as("b, that says when it was set").isOne();
    clock.advance(Duration.ofHours(1));

    assertThat(alarms.ring()).isOne();
    assertThat(documents.find("a").orElseThrow().state()).isEqualTo(Tally.of("rang"));
  }

  private static void fail() {
    throw new IllegalStateException();
  }

  @Test
  void ofSeveralInstancesOneAnswers() throws Exception {
    var documents = documents("claims");
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      dueAt(documents, "d" + i, clock.instant());
      ids.add("d" + i);
    }
    var answers = new AtomicInteger();
    AlarmHandler count = id -> answers.incrementAndGet();
    try (var pool = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) {
        pool.submit(() -> alarms("claims", documents, count).ring());
      }
    }
    assertThat(answers).hasValue(ids.size());
  }
}
