package org.homeward.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.homeward.durable.alarm.AlarmSettings;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.document.DocumentSettings;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.publication.EventRecord;
import org.homeward.durable.reader.Unreadable;
import org.homeward.durable.shape.JsonStateCodec;
import org.homeward.durable.shape.Shapes;
import org.homeward.durable.store.StoreConnection;
import org.homeward.durable.store.StoreJournal;
import org.homeward.durable.store.WriteSettings;
import org.homeward.engines.store.EmbeddedStore;
import org.homeward.frame.broker.EventRecords;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.event.EventCodec;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.json.Json;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.testkit.FreePorts;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SecretScan;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowCaseIT {

  @TempDir static Path directory;

  private static EmbeddedStore store;
  private static MongoClient client;

  private final SettableClock clock = SettableClock.at("2026-03-01T22:15:00Z");
  private final String name = "copies-" + UUID.randomUUID();
  private final GuardedDocuments<CaseCopy> copies = documents(WriteSettings.DEFAULT);
  private final List<Long> followed = new ArrayList<>();
  private final FollowCase followCase = follow(copies);
  private final TrialCase trial = TrialCase.real();
  private boolean dies;

  @BeforeAll
  static void start() throws IOException {
    store = EmbeddedStore.open(EmbeddedStore.Settings.of(directory, FreePorts.take()));
    client = StoreConnection.open("mongodb://127.0.0.1:" + store.address().getPort());
  }

  @AfterAll
  static void stop() {
    client.close();
    store.close();
  }

  private GuardedDocuments<CaseCopy> documents(WriteSettings settings) {
    return new GuardedDocuments<>(
        client.getDatabase("trial"),
        name,
        new JsonStateCodec<>(Json.mapper(), CaseCopy.class, Shapes.FIRST),
        DocumentSettings.first(clock).with(settings),
        List.of());
  }

  private FollowCase follow(GuardedDocuments<CaseCopy> into) {
    return new FollowCase(
        into,
        List.of(
            kept -> {
              if (dies) {
                throw new IllegalStateException("dies between two writes");
              }
              followed.add(kept.version());
            }),
        "trial",
        clock);
  }

  private CaseCopy kept() {
    return copies.find(trial.id).orElseThrow().state();
  }

  @Test
  @Proves(6)
  void copyOfACaseDoesNotLeaveTheStoreForAPersonFromWhomItIsKept() {
    followCase.follow(
        new CaseNews(trial.id, 1, trial.keptFrom("person:p-vesna").snapshot(), false));

    assertThat(copies.findUnless(trial.id, CaseCopy.NOT_TO_LISTS, "person:p-vesna")).isEmpty();
    assertThat(copies.findUnless(trial.id, CaseCopy.NOT_TO_LISTS, "person:p-ana")).isPresent();
  }

  @Test
  @Proves(2)
  void whatFollowsIsDoneWhenTheNewsComesAgainAfterADeath() {
    trial.reported();
    dies = true;
    assertThatThrownBy(() -> followCase.follow(trial.news(0)))
        .hasMessage("dies between two writes");
    dies = false;

    assertThat(followCase.follow(trial.news(0))).isEqualTo(Followed.APPLIED_BEFORE);
    assertThat(followed).containsExactly(1L);
  }

  /** A release that knew no kinds took it for a search; told again, it has the same version. */
  @Test
  @Proves(3)
  void whatAnEarlierReleaseDidNotKnowIsCompletedWhenItIsToldAgain() {
    trial.reported();
    CaseSnapshot atRisk = trial.snapshot().ofKind(CaseKind.AT_RISK);
    followCase.follow(new CaseNews(trial.id, 1, trial.snapshot(), false));
    assertThat(((CaseCopy.Known) kept()).snapshot().isSearch()).isTrue();

    assertThat(followCase.follow(new CaseNews(trial.id, 1, atRisk, false)))
        .isEqualTo(Followed.APPLIED_BEFORE);

    assertThat(((CaseCopy.Known) kept()).snapshot()).isEqualTo(atRisk);
    assertThat(followed).containsExactly(1L, 1L);
    var once = copies.find(trial.id).orElseThrow();
    followCase.follow(new CaseNews(trial.id, 1, atRisk, false));
    assertThat(copies.find(trial.id).orElseThrow()).as("written once").isEqualTo(once);
  }

  @Test
  void olderNewsChangesNothing() {
    trial.reported().released(trial.says("A."));

    assertThat(followCase.follow(trial.news(1))).isEqualTo(Followed.APPLIED);
    assertThat(followCase.follow(trial.news(0))).isEqualTo(Followed.OLDER);
    assertThat(followed).containsExactly(2L);
    assertThat(((CaseCopy.Known) kept()).snapshot()).isEqualTo(trial.snapshot());
  }

  @Test
  @Proves(9)
  void aRealCaseNeverBecomesAnExercise() {
    trial.reported();
    assertThat(followCase.follow(trial.news(0))).isEqualTo(Followed.APPLIED);
    CaseCopy before = kept();

    assertThat(followCase.follow(trial.news(trial.asExercise())))
        .isEqualTo(Followed.EXERCISE_CHANGED);

    assertThat(kept()).isEqualTo(before);
    assertThat(followed).containsExactly(1L);
  }

  @Test
  @Proves(8)
  void anErasedCaseIsForgottenInTheStoreToo() {
    String secret = "Ranka-Zaboravljenović";
    trial.reported().released(trial.says(secret)).ended().erased();
    for (int index = 0; index < 3; index++) {
      followCase.follow(trial.news(index));
    }
    assertThat(SecretScan.of(secret).inFiles(directory)).isNotEmpty();

    assertThat(followCase.follow(trial.news(3))).isEqualTo(Followed.APPLIED);

    var database = client.getDatabase("trial");
    var history =
        KeptHistory.in(
            database, name + "-history", copies, new StoreJournal(database, clock), "trial");
    var alarms =
        new Alarms("trial", copies, List.of(history::keep), AlarmSettings.DEFAULT, List.of());
    alarms.ring();
    alarms.ring();
    assertThat(kept()).isInstanceOf(CaseCopy.Erased.class);
    assertThat(SecretScan.of(secret).inFiles(directory)).isEmpty();
  }

  @Test
  void noSizeStopsTheReader() {
    var follow =
        follow(
            documents(new WriteSettings(Duration.ofSeconds(5), Duration.ofSeconds(1), 1, 1, 500)));
    trial
        .reported()
        .released(trial.says("A."))
        .released(trial.says("B."))
        .ended()
        .erased()
        .forgotten();

    for (int index = 0; index < trial.told().size(); index++) {
      assertThat(follow.follow(trial.news(index))).isEqualTo(Followed.APPLIED);
      assertThat(follow.follow(trial.news(index))).isEqualTo(Followed.APPLIED_BEFORE);
    }

    assertThat(kept()).isEqualTo(new CaseCopy.Erased(false, YearMonth.of(2026, 3), true));
  }

  @Test
  void recordsOfTheTopicBecomeCopies() throws Unreadable {
    var codec = new EventCodec("rs", "intake", clock);
    MeterRegistry metrics = new SimpleMeterRegistry();
    var reader = followCase.reader(codec, metrics);
    trial.reported();

    reader.read(onTopic(codec, trial.told().getFirst()));
    reader.read(onTopic(codec, trial.told().getFirst()));

    assertThat(kept()).isInstanceOf(CaseCopy.Known.class);
    assertThat(
            metrics
                .counter("homeward.reader.records", "what", "followed", "reason", "APPLIED_BEFORE")
                .count())
        .isEqualTo(1);
    assertThatThrownBy(() -> reader.read(onTopic(codec, trial.asExercise())))
        .isInstanceOfSatisfying(
            Unreadable.class, e -> assertThat(e.reason()).isEqualTo("exercise-changed"));
  }

  private ConsumerRecord<String, byte[]> onTopic(EventCodec codec, Envelope<?> envelope) {
    EventRecord event = EventRecords.of(codec.write(trial.id, envelope));
    var received = new ConsumerRecord<>("rs.cases", 0, 0L, event.key(), event.value());
    event.headers().forEach((header, value) -> received.headers().add(header, value));
    return received;
  }
}
