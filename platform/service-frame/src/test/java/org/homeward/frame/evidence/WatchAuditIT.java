package org.homeward.frame.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.Condition;
import org.bson.Document;
import org.homeward.durable.document.Incarnation;
import org.homeward.durable.document.StoreConnection;
import org.homeward.durable.log.ChainVerdict;
import org.homeward.durable.log.KeyFile;
import org.homeward.durable.log.KeyMissing;
import org.homeward.durable.log.Log;
import org.homeward.durable.log.Sealing;
import org.homeward.engines.store.EmbeddedStore;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.schema.bridge.Checkpoint;
import org.homeward.schema.bridge.Jwk;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.facts.Basis;
import org.homeward.testkit.FreePorts;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** The audit trail of a service over days, with a store that somebody can write to. */
class WatchAuditIT {

  @TempDir Path directory;

  private final SettableClock clock = SettableClock.at("2026-03-01T02:00:00Z");
  private final Walks walks = new Walks();
  private EmbeddedStore store;
  private MongoClient client;
  private Path outside;
  private Log audit;
  private Checkpoints checkpoints;

  /** Counts the pages that a check of the chain reads. */
  private static final class Walks implements CommandListener {

    private final AtomicInteger pages = new AtomicInteger();

    @Override
    public void commandStarted(CommandStartedEvent event) {
      if (event.getCommand().toJson().contains("\"find\": \"audit\"")
          && event.getCommand().getDocument("filter").toJson().length() > 1_000) {
        pages.incrementAndGet();
      }
    }

    int since() {
      return pages.getAndSet(0);
    }
  }

  @BeforeEach
  void open() throws Exception {
    var settings = EmbeddedStore.Settings.of(directory.resolve("store"), FreePorts.take());
    store = EmbeddedStore.open(settings);
    client = StoreConnection.open(store.connectionString(), walks);
    outside = Files.createDirectory(directory.resolve("outside"));
    restart(Incarnation.FIRST, outside.toString());
  }

  @AfterEach
  void close() {
    client.close();
    store.close();
  }

  private Path data() {
    return directory.resolve("data");
  }

  private MongoDatabase database() {
    return client.getDatabase("rs_trial");
  }

  private WatchAudit restart(Incarnation incarnation, String place) {
    var settings = new AuditSettings(place, Duration.ofDays(1));
    checkpoints = new Checkpoints(data(), "rs", "trial", settings.place(), settings.every());
    audit =
        Log.sealed(
            database(),
            "audit",
            incarnation,
            new Sealing(
                new KeyFile(data().resolve("audit-trial.keys")),
                true,
                () -> checkpoints.last().map(Checkpoints::witness)));
    audit.prepare();
    return new WatchAudit(audit, checkpoints, clock);
  }

  private WatchAudit restart() {
    return restart(Incarnation.FIRST, outside.toString());
  }

  private void looks(int times) {
    var trail = new LogAuditTrail(audit);
    for (int i = 0; i < times; i++) {
      trail.append(look());
    }
  }

  private AuditEntry look() {
    return new AuditEntry(
        List.of("case-1"),
        AuditEntry.Verb.DISCLOSED,
        "operator",
        "ana",
        Purpose.CASE_WORK,
        Basis.LEGAL_DUTY,
        clock.instant());
  }

  private Map<String, Checkpoint> kept() throws IOException {
    var key = Jwk.read(Files.readAllBytes(data().resolve("audit-trial.public.json")));
    Map<String, Checkpoint> kept = new TreeMap<>();
    try (Stream<Path> files = Files.list(outside)) {
      for (Path each : files.toList()) {
        kept.put(
            each.getFileName().toString(),
            Checkpoint.read(Files.readAllBytes(each), key).orElseThrow());
      }
    }
    return kept;
  }

  private static Health health(WatchAudit watch) {
    return new AuditHealthIndicator(watch::soundness).health();
  }

  @Test
  @Proves(10)
  void aCheckpointGoesOutsideAtOnceAndThenOnceADay() throws Exception {
    var watch = restart();
    looks(3);
    watch.turn();
    looks(2);
    clock.advance(Duration.ofHours(23));
    watch.turn();
    assertThat(kept().values()).extracting(Checkpoint::n).containsExactly(4L);
    assertThat(watch.age()).contains(Duration.ofHours(23));

    clock.advance(Duration.ofHours(1));
    watch.turn();

    assertThat(kept().values()).extracting(Checkpoint::n).containsExactly(4L, 6L);
    assertThat(kept().values()).extracting(Checkpoint::service).containsOnly("trial");
    assertThat(kept())
        .hasKeySatisfying(new Condition<>(name -> name.endsWith("-000000000006.jws"), "named"));
    assertThat(audit.check(kept().values().stream().map(Checkpoints::witness).toList()))
        .isInstanceOf(ChainVerdict.Whole.class);
    assertThat(health(watch).getStatus()).isEqualTo(Status.UP);
    assertThat(watch.isSound()).isTrue();
  }

  @Test
  @Proves(10)
  void aTrailThatWasChangedGetsNoCheckpointAndSaysSo() throws Exception {
    var watch = restart();
    looks(2);
    watch.turn();
    looks(3);
    database()
        .getCollection("audit")
        .updateOne(
            new Document("_id", 5L), new Document("$set", new Document("fields.reader", "boris")));
    clock.advance(Duration.ofDays(1));
    watch.turn();

    assertThat(watch.soundness())
        .isEqualTo(
            new Soundness.Unsound(new ChainVerdict.Broken(5, 5, ChainVerdict.Fault.CHANGED)));
    assertThat(kept()).hasSize(1);
    assertThat(watch.isSound()).isFalse();
    assertThat(health(watch).getStatus()).isEqualTo(Status.DOWN);
    assertThat(health(watch).getDetails()).containsEntry("entry", 5L);

    var again = restart();
    again.turn();
    assertThat(again.soundness()).as("after a restart too").isEqualTo(watch.soundness());
  }

  @Test
  @Proves(10)
  void noPlaceOrOneThatIsAwayIsUnhealthyAndIsTriedAgain() throws Exception {
    var nowhere = restart(Incarnation.FIRST, "");
    nowhere.turn();
    assertThat(nowhere.soundness()).isEqualTo(new Soundness.NoPlace());
    assertThat(health(nowhere).getDetails().toString()).contains("HOMEWARD_CHECKPOINTS");

    var away = restart(Incarnation.FIRST, directory.resolve("mount").toString());
    away.turn();
    assertThat(away.soundness()).isInstanceOf(Soundness.NotKept.class);
    assertThat(health(away).getStatus()).isEqualTo(Status.DOWN);
    assertThat(away.age()).isEmpty();

    Files.createDirectory(directory.resolve("mount"));
    away.turn();
    assertThat(away.soundness()).isEqualTo(new Soundness.Sound());
    looks(1);
    clock.advance(Duration.ofDays(2));
    Files.move(directory.resolve("mount"), directory.resolve("gone"));
    away.turn();
    assertThat(away.soundness()).isInstanceOf(Soundness.NotKept.class);
    assertThat(away.age()).contains(Duration.ofDays(2));
  }

  @Test
  @Proves({4, 10})
  void aMissingKeyStopsLooksAndNothingElse() throws Exception {
    var watch = restart();
    looks(1);
    Path keys = data().resolve("audit-trial.keys");
    Path aside = directory.resolve("aside");
    Files.move(keys, aside);
    watch.turn();

    assertThat(watch.soundness()).isInstanceOf(Soundness.NoKey.class);
    assertThat(health(watch).getDetails().get("whatToDo").toString()).contains("stops and ends");
    var trail = new LogAuditTrail(audit);
    assertThatThrownBy(() -> trail.append(look())).hasMessageContaining("missing");
    trail.evenWithoutKey().append(look());
    long before = audit.head().n();

    Files.move(aside, keys);
    watch.turn();

    assertThat(watch.soundness()).isEqualTo(new Soundness.Sound());
    assertThat(audit.range(before + 1, before + 9))
        .singleElement()
        .satisfies(entry -> assertThat(entry.fields()).containsEntry("waited", true));
    assertThat(audit.firstBroken()).isEqualTo(-1);
  }

  @Test
  @Proves(10)
  void aForgedRestoreAmongWhatWaitsIsUnhealthyAndGetsNoCheckpoint() throws Exception {
    var watch = restart();
    database()
        .getCollection("audit-waiting")
        .insertOne(new Document("_id", "epoch/1").append("fields", new Document("epoch", "x")));

    watch.turn();

    assertThat(watch.soundness()).isEqualTo(new Soundness.Forged(List.of("epoch/1")));
    assertThat(health(watch).getStatus()).isEqualTo(Status.DOWN);
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  @Proves(10)
  void aRestoredTrailNamesTheCheckpointThatItSupersedes() throws Exception {
    var watch = restart();
    looks(5);
    watch.turn();
    var before = kept().values().iterator().next();
    database().getCollection("audit").deleteMany(new Document("_id", new Document("$gt", 3L)));

    var restored = restart(new Incarnation(1), outside.toString());
    looks(4);
    clock.advance(Duration.ofDays(1));
    restored.turn();

    assertThat(restored.soundness()).isEqualTo(new Soundness.Sound());
    assertThat(kept()).hasSize(2);
    assertThat(audit.check(kept().values().stream().map(Checkpoints::witness).toList()))
        .isEqualTo(new ChainVerdict.Whole(8, 1, List.of(Checkpoints.witness(before))));
    assertThat(audit.epoch()).isNotEqualTo(before.epoch());
  }

  @Test
  @Proves(10)
  void theOfficerReadsByCaseAndByPersonAndThatIsALook() {
    looks(2);
    audit.append("look/other", new Document("subjects", List.of("case-2")).append("reader", "eva"));
    audit.record(
        "erase/1",
        new Document("subjects", List.of("case-1")).append("verb", "ERASE").append("by", "ana"));
    var reading = new ReadAudit(database(), new LogAuditTrail(audit), clock);

    List<RecordedLook> ofCase = reading.ofCase("vera", Set.of("case-1"), Long.MAX_VALUE);
    List<RecordedLook> byAna = reading.byPerson("vera", "ana", Long.MAX_VALUE);

    assertThat(ofCase).extracting(RecordedLook::n).containsExactly(6L, 5L, 3L, 2L);
    assertThat(ofCase.getFirst().role()).isEqualTo("dpo");
    assertThat(ofCase.get(1).verb()).isEqualTo("ERASE");
    assertThat(ofCase.getLast().purpose()).isEqualTo("CASE_WORK");
    assertThat(byAna).extracting(RecordedLook::n).containsExactly(5L, 3L, 2L);
    assertThat(reading.byPerson("vera", "ana", 3)).extracting(RecordedLook::n).containsExactly(2L);
    assertThat(reading.byPerson("vera", "vera", Long.MAX_VALUE)).hasSize(4);
  }

  @Test
  @Proves(10)
  void withoutAKeyTheOfficerReadsNothingEither() throws Exception {
    looks(1);
    Files.delete(data().resolve("audit-trial.keys"));
    var reading = new ReadAudit(database(), new LogAuditTrail(audit), clock);

    assertThatThrownBy(() -> reading.byPerson("vera", "ana", Long.MAX_VALUE))
        .isInstanceOf(KeyMissing.class);
  }

  @Test
  @Proves(10)
  void anEndThatWasCutOffUnderARunningServiceIsNamed() throws Exception {
    var watch = restart();
    looks(3);
    watch.turn();
    looks(3);
    database().getCollection("audit").deleteMany(new Document("_id", new Document("$gt", 5L)));
    clock.advance(Duration.ofDays(1));
    watch.turn();

    assertThat(watch.soundness())
        .isEqualTo(
            new Soundness.Unsound(new ChainVerdict.Broken(7, 7, ChainVerdict.Fault.CUT_OFF)));
    assertThat(kept()).hasSize(1);
  }

  @Test
  @Proves(10)
  void whatCannotBeCheckedIsNotCalledSound() {
    var watch = restart();
    watch.turn();
    assertThat(watch.isSound()).isTrue();
    client.close();

    assertThatThrownBy(watch::turn).isInstanceOf(IllegalStateException.class);

    assertThat(watch.soundness()).isEqualTo(new Soundness.NotChecked("IllegalStateException"));
    assertThat(watch.isSound()).isFalse();
    assertThat(health(watch).getStatus()).isEqualTo(Status.DOWN);
  }

  @Test
  void aPlaceThatIsAwayIsNoReasonToReadTheWholeTrailEachTurn() throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(507, -1);
          exchange.close();
        });
    server.start();
    try {
      var watch =
          restart(Incarnation.FIRST, "http://127.0.0.1:" + server.getAddress().getPort() + "/rs");
      audit.append(
          IntStream.range(0, 1600)
              .mapToObj(i -> new Log.Entry("look/" + i, new Document("reader", "ana")))
              .toList());
      walks.since();
      watch.turn();
      assertThat(walks.since()).isGreaterThan(3);
      watch.turn();

      assertThat(walks.since()).isEqualTo(1);
      assertThat(watch.soundness()).isInstanceOf(Soundness.NotKept.class);
    } finally {
      server.stop(0);
    }

    var away = restart(Incarnation.FIRST, directory.resolve("mount").toString());
    walks.since();
    away.turn();
    assertThat(away.soundness()).isInstanceOf(Soundness.NotKept.class);
    assertThat(walks.since()).as("a mount that is away is seen first").isZero();
  }

  @Test
  @Proves(10)
  void anEditWithNoPlaceYetIsFoundAndLookedAtAgainHourly() throws Exception {
    Path mount = directory.resolve("mount");
    var watch = restart(Incarnation.FIRST, mount.toString());
    looks(3);
    Files.createDirectory(mount);
    reader(3, "boris");
    watch.turn();
    var changed = new Soundness.Unsound(new ChainVerdict.Broken(3, 3, ChainVerdict.Fault.CHANGED));
    assertThat(watch.soundness()).isEqualTo(changed);

    reader(3, "ana");
    clock.advance(Duration.ofMinutes(59));
    walks.since();
    watch.turn();
    assertThat(watch.soundness()).isEqualTo(changed);
    assertThat(walks.since()).isZero();
    clock.advance(Duration.ofMinutes(1));
    watch.turn();
    assertThat(watch.soundness()).isEqualTo(new Soundness.Sound());
  }

  private void reader(long n, String reader) {
    database()
        .getCollection("audit")
        .updateOne(
            new Document("_id", n), new Document("$set", new Document("fields.reader", reader)));
  }

  @Test
  @Timeout(10)
  void anAddressThatNeverEndsItsAnswerIsGivenUp() throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(201, 0);
          exchange.getResponseBody().write('.');
          exchange.getResponseBody().flush(); // and no end
        });
    server.start();
    try {
      var there = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      var place = new HttpCheckpointPlace(there, Duration.ofSeconds(1));
      assertThatThrownBy(() -> place.keep("a.jws", new byte[1]))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("did not answer within 1 s");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void anAddressTakesCheckpointsAsFiles() throws Exception {
    Map<String, byte[]> taken = new ConcurrentSkipListMap<>();
    var there = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var server = HttpServer.create(there, 0);
    server.createContext(
        "/rs/",
        exchange -> {
          taken.put(
              exchange.getRequestMethod() + " " + exchange.getRequestURI(),
              exchange.getRequestBody().readAllBytes());
          exchange.sendResponseHeaders(taken.size() == 1 ? 201 : 507, -1);
          exchange.close();
        });
    server.start();
    try {
      var watch =
          restart(Incarnation.FIRST, "http://127.0.0.1:" + server.getAddress().getPort() + "/rs");
      watch.turn();
      assertThat(watch.soundness()).isEqualTo(new Soundness.Sound());
      assertThat(taken.keySet())
          .singleElement()
          .asString()
          .matches("PUT /rs/rs-trial-[0-9a-f]{8}-000000000001.jws");

      looks(1);
      clock.advance(Duration.ofDays(1));
      watch.turn();
      assertThat(watch.soundness())
          .isEqualTo(new Soundness.NotKept("IOException: it answered 507"));
    } finally {
      server.stop(0);
    }
    assertThatThrownBy(() -> new HttpCheckpointPlace(URI.create("http://backup.example.org/rs")))
        .hasMessageContaining("HOMEWARD_CHECKPOINTS");
  }
}
