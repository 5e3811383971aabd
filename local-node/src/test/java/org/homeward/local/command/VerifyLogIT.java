package org.homeward.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.homeward.durable.log.KeyFile;
import org.homeward.durable.log.Log;
import org.homeward.durable.log.LogEntry;
import org.homeward.durable.log.Sealing;
import org.homeward.durable.store.Incarnation;
import org.homeward.durable.store.StoreConnection;
import org.homeward.engines.store.EmbeddedStore;
import org.homeward.schema.bridge.Checkpoint;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.bridge.keys.KeyUse;
import org.homeward.testkit.FreePorts;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three audit trails in a real store, and what the command says when somebody was at them. */
class VerifyLogIT {

  private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");

  @TempDir Path root;

  private final HeldKey key = HeldKey.generate(KeyUse.SIG, "rs-audit-1");
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private EmbeddedStore store;
  private MongoClient client;

  @BeforeEach
  void threeTrailsWithACheckpointEach() throws Exception {
    var settings = EmbeddedStore.Settings.of(root.resolve("store"), FreePorts.take());
    store = EmbeddedStore.open(settings);
    client = StoreConnection.open(store.connectionString());
    Files.createDirectories(outside());
    for (String service : List.of("intake", "alert", "bridge")) {
      Log trail = trail(service);
      for (int i = 0; i < 8; i++) {
        trail.append("look/" + i, new Document("reader", "ana").append("at", "t" + i));
      }
      checkpoint(service, trail, 7, key);
      Files.write(data().resolve("audit-" + service + ".public.json"), key.secret());
    }
  }

  @AfterEach
  void close() {
    client.close();
    store.close();
  }

  private Path data() {
    return root.resolve("data");
  }

  private Path outside() {
    return root.resolve("outside");
  }

  private Log trail(String service) {
    var keys = new KeyFile(data().resolve("audit-" + service + ".keys"));
    var sealing = new Sealing(keys, true, Optional::empty);
    var log = Log.sealed(client.getDatabase("rs_" + service), "audit", Incarnation.FIRST, sealing);
    log.prepare();
    return log;
  }

  private void checkpoint(String service, Log trail, long n, HeldKey signedWith)
      throws IOException {
    LogEntry entry = trail.range(n, n).getFirst();
    var checkpoint = new Checkpoint("rs", service, trail.epoch(), n, entry.hash(), NOW);
    Files.write(outside().resolve(checkpoint.file()), checkpoint.sign(signedWith));
  }

  private MongoCollection<Document> alert() {
    return client.getDatabase("rs_alert").getCollection("audit");
  }

  private int verify(String... more) throws Exception {
    var arguments = new ArrayList<>(List.of("rs", outside().toString()));
    arguments.addAll(List.of("--store", store.connectionString(), "--data", data().toString()));
    arguments.addAll(List.of(more));
    return command(arguments);
  }

  private int command(List<String> arguments) throws Exception {
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);
    return new Commands(root, root, InputStream.nullInputStream(), out, Clock.systemUTC())
        .run("verify-log", arguments);
  }

  private String told() {
    return told.toString(StandardCharsets.UTF_8);
  }

  @Test
  @Proves(10)
  void whatNobodyTouchedIsWhole() throws Exception {
    assertThat(verify()).isZero();
    assertThat(told().lines())
        .containsExactly(
            "Node rs, intake: whole up to 9, sealed from 1, 1 checkpoints fit, the newest at 7 of"
                + " 2026-03-01T02:00:00Z.",
            "Node rs, alert: whole up to 9, sealed from 1, 1 checkpoints fit, the newest at 7 of"
                + " 2026-03-01T02:00:00Z.",
            "Node rs, bridge: whole up to 9, sealed from 1, 1 checkpoints fit, the newest at 7 of"
                + " 2026-03-01T02:00:00Z.");
  }

  @Test
  @Proves(10)
  void anEditIsNamedAndTheOthersStayWhole() throws Exception {
    alert()
        .updateOne(
            new Document("_id", 4L), new Document("$set", new Document("fields.reader", "eva")));

    assertThat(verify()).isEqualTo(1);
    assertThat(told())
        .contains("Node rs, alert: BROKEN at entry 4, which does not fit the one before")
        .contains("Node rs, intake: whole", "Node rs, bridge: whole");
  }

  @Test
  @Proves(10)
  void aDropIsNamed() throws Exception {
    alert().deleteOne(new Document("_id", 5L));

    assertThat(verify()).isEqualTo(1);
    assertThat(told()).contains("alert: BROKEN at entry 5, which is not there, though later ones");
  }

  @Test
  @Proves(10)
  void whatIsCutOffBehindACheckpointIsNamed() throws Exception {
    alert().deleteMany(new Document("_id", new Document("$gte", 6L)));

    assertThat(verify()).isEqualTo(1);
    assertThat(told()).contains("alert: BROKEN at entry 6, which is not there: a checkpoint knows");
  }

  @Test
  @Proves(10)
  void aTrailThatWasMadeAnewIsBetrayedByItsCheckpoint() throws Exception {
    alert().drop();
    Log forged = trail("alert"); // the key is there: somebody on the machine of the service
    for (int i = 0; i < 8; i++) {
      forged.append("look/" + i, new Document("reader", "nobody").append("at", "t" + i));
    }

    assertThat(verify()).isEqualTo(1);
    assertThat(told()).contains("alert: BROKEN between 0 and 7: one is not the one that a");
  }

  @Test
  @Proves(10)
  void aForgedCheckpointAndNoneAreSaid() throws Exception {
    checkpoint("alert", trail("alert"), 8, HeldKey.generate(KeyUse.SIG, "rs-audit-1"));
    try (var files = Files.newDirectoryStream(outside(), "rs-bridge-*")) {
      for (Path each : files) {
        Files.delete(each);
      }
    }

    assertThat(verify()).isEqualTo(1);
    assertThat(told())
        .contains("000000000008.jws is NO CHECKPOINT of it.")
        .contains("Node rs, bridge: whole up to 9, sealed from 1, NOT WITNESSED");
  }

  @Test
  @Proves(10)
  void aLostKeyIsSaidAndIsNoFaultOnceACheckpointStatesIt() throws Exception {
    Files.writeString(data().resolve("audit-alert.keys"), "k1 lost\nk2 " + "ab".repeat(32) + "\n");
    Log trail = trail("alert");

    assertThat(verify()).isEqualTo(1);
    assertThat(told())
        .contains(
            "Node rs, alert: entries 1 to 9 CANNOT BE CHECKED: their key k1 is lost, and only"
                + " checkpoints hold them.",
            "Node rs, alert: NO CHECKPOINT states that a key is lost.",
            "Node rs, intake: whole");

    String hash = trail.range(10, 10).getFirst().hash();
    var at = NOW.plus(Duration.ofDays(1));
    var checkpoint = new Checkpoint("rs", "alert", trail.epoch(), 10, hash, at, 10L);
    Files.write(outside().resolve(checkpoint.file()), checkpoint.sign(key));
    told.reset();
    assertThat(verify()).isZero();
    assertThat(told()).contains("entries 1 to 9 CANNOT BE CHECKED").doesNotContain("NO CHECKPOINT");
  }

  @Test
  void whatCannotBeReadIsNotCheckedAndWrongUseIsSaid() throws Exception {
    Files.writeString(data().resolve("audit-alert.keys"), "k1 nonsense");
    Files.delete(data().resolve("audit-bridge.public.json"));

    assertThat(verify()).isEqualTo(1);
    assertThat(told())
        .contains("Node rs, alert: NOT CHECKED", "Node rs, bridge: NOT CHECKED")
        .doesNotContain("nonsense");
    assertThat(verify("and more")).isEqualTo(2);
  }

  @Test
  void aNodeOfAnyNameIsCheckedWithItsPlaces() throws Exception {
    var log = new Log(client.getDatabase("at_intake"), "audit");
    log.prepare();
    Files.createDirectories(root.resolve("at"));
    for (String service : List.of("intake", "alert", "bridge")) {
      Files.write(root.resolve("at/audit-" + service + ".public.json"), key.secret());
    }
    log.append("look/0", new Document("reader", "ana"));
    var last = log.range(1, 1).getFirst();
    var checkpoint = new Checkpoint("at", "intake", log.epoch(), 1, last.hash(), NOW);
    Files.write(outside().resolve(checkpoint.file()), checkpoint.sign(key));
    String store = this.store.connectionString();
    String data = root.resolve("at").toString();

    assertThat(
            command(
                List.of(outside().toString(), "--store", store, "--data", data, "--node", "at")))
        .isEqualTo(1);
    assertThat(told())
        .contains("Node at, intake: whole up to 1, NOT SEALED, 1 checkpoints fit")
        .contains("Node at, bridge: whole up to -1, NOT SEALED, NOT WITNESSED");
    assertThat(command(List.of(outside().toString(), "--node", "at", "--data", data)))
        .as("without its store")
        .isEqualTo(2);
    assertThat(command(List.of("--node", "at", "--store", store, "--data", data)))
        .as("without its checkpoints")
        .isEqualTo(2);
  }

  @Test
  void anAddressThatIsNoneIsNotCheckedAndItsPasswordIsNotSaid() throws Exception {
    String data = data().toString();
    assertThat(
            command(
                List.of(
                    "rs", outside().toString(), "--store", "mongo://u:s3cret@h", "--data", data)))
        .isEqualTo(1);
    assertThat(told())
        .contains("Node rs, intake: NOT CHECKED, the address of the store")
        .contains("Node rs, bridge: NOT CHECKED")
        .doesNotContain("s3cret");
  }
}
