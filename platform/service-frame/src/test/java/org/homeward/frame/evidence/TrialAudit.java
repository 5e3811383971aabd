package org.homeward.frame.evidence;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bson.Document;
import org.homeward.durable.log.KeyFile;
import org.homeward.durable.log.Log;
import org.homeward.durable.log.Sealing;
import org.homeward.durable.store.Incarnation;
import org.homeward.durable.store.StoreConnection;
import org.homeward.engines.store.EmbeddedStore;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.schema.bridge.Checkpoint;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.facts.Basis;
import org.homeward.testkit.FreePorts;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;

/** An audit trail in a real store, with its keys and a place outside for its checkpoints. */
class TrialAudit {

  @TempDir Path directory;

  final SettableClock clock = SettableClock.at("2026-03-01T02:00:00Z");
  final Walks walks = new Walks();
  private EmbeddedStore store;
  MongoClient client;
  Path outside;
  Log audit;
  Checkpoints checkpoints;

  /** Counts the pages that a check of the chain reads. */
  static final class Walks implements CommandListener {

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

  Path data() {
    return directory.resolve("data");
  }

  MongoDatabase database() {
    return client.getDatabase("rs_trial");
  }

  WatchAudit restart(Incarnation incarnation, String place) {
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

  WatchAudit restart() {
    return restart(Incarnation.FIRST, outside.toString());
  }

  void looks(int times) {
    var trail = new LogAuditTrail(audit);
    for (int i = 0; i < times; i++) {
      trail.append(look());
    }
  }

  AuditEntry look() {
    return new AuditEntry(
        List.of("case-1"),
        AuditEntry.Verb.DISCLOSED,
        "operator",
        "ana",
        Purpose.CASE_WORK,
        Basis.LEGAL_DUTY,
        clock.instant());
  }

  Map<String, Checkpoint> kept() throws IOException {
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

  static Health health(WatchAudit watch) {
    return new AuditHealthIndicator(watch::soundness).health();
  }

  void reader(long n, String reader) {
    database()
        .getCollection("audit")
        .updateOne(
            new Document("_id", n), new Document("$set", new Document("fields.reader", reader)));
  }
}
