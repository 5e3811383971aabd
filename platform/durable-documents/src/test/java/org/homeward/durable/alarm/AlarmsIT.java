package org.homeward.durable.alarm;

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
import org.homeward.durable.document.Command;
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
