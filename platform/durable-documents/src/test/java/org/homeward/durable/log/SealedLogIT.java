package org.homeward.durable.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.homeward.durable.Engines;
import org.homeward.durable.document.Incarnation;
import org.homeward.durable.log.ChainVerdict.Broken;
import org.homeward.durable.log.ChainVerdict.Fault;
import org.homeward.durable.log.ChainVerdict.Whole;
import org.homeward.testkit.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log whose entries hold a key, and what somebody does to it who has the store. */
class SealedLogIT {

  private static Engines engines;

  @TempDir Path directory;

  private final String name = "sealed-" + UUID.randomUUID();
  private final MongoDatabase database = engines.client().getDatabase("logs");
  private final MongoCollection<Document> entries = database.getCollection(name);
  private @Nullable Witness noted;

  @BeforeAll
  static void start() {
    engines = Engines.store();
  }

  @AfterAll
  static void stop() {
    engines.close();
  }

  private Path file() {
    return directory.resolve("audit.keys");
  }

  private Log sealed(Incarnation incarnation, boolean begins) {
    var sealing = new Sealing(new KeyFile(file()), begins, () -> Optional.ofNullable(noted));
    return Log.sealed(database, name, incarnation, sealing);
  }

  private Log opened() {
    var log = sealed(Incarnation.FIRST, true);
    log.prepare();
    return log;
  }

  private static void looks(Log log, int from, int to) {
    IntStream.rangeClosed(from, to)
        .forEach(i -> log.append("look/" + i, new Document("v", i).append("by", "ana")));
  }

  private ChainVerdict verdict(Witness... witnesses) {
    return ChainCheck.of(database, name, new KeyFile(file()).read()).against(List.of(witnesses));
  }

  private Document entry(long n) {
    return entries.find(new Document("_id", n)).first();
  }

  private Witness witness(long n) {
    return new Witness("epoch", n, entry(n).getString("hash"));
  }

  private void replace(Document with) {
    entries.replaceOne(new Document("_id", with.getLong("_id")), with);
  }

  /** What somebody does who has the store and this key, or none. */
  private void rechain(long from, @Nullable ChainKey key) {
    String before = entry(from - 1).getString("hash");
    for (Document each :
        entries
            .find(new Document("_id", new Document("$gte", from)))
            .sort(Sorts.ascending("_id"))) {
      Document again =
          Chain.entry(
              each.getLong("_id"),
              each.getString("ref"),
              each.get("fields", Document.class),
              before,
              key);
      before = again.getString("hash");
      replace(again);
    }
  }

  private void edit(long n) {
    Document changed = entry(n);
    changed.get("fields", Document.class).append("by", "boris");
    replace(changed);
  }

  private ChainKey key() {
    return new KeyFile(file()).read().orElseThrow().newest();
  }

  @Test
  @Proves(10)
  void aNewLogMakesItsKeyOutsideTheStoreAndHoldsFromTheFirstLook() throws Exception {
    var log = opened();
    looks(log, 1, 3);

    assertThat(verdict()).isEqualTo(new Whole(4, 1, List.of()));
    assertThat(log.check(List.of(witness(2)))).isEqualTo(new Whole(4, 1, List.of()));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file())).matches("k1 [0-9a-f]{64} 1\n");
    String stored = entries.find().into(new ArrayList<>()).toString();
    assertThat(stored).doesNotContain(Files.readString(file()).substring(3, 67));
    assertThat(key().toString()).isEqualTo("ChainKey[k1]");
  }

  @Test
  @Proves(10)
  void anEditIsNamed() {
    looks(opened(), 1, 8);
    edit(4);
    assertThat(verdict()).isEqualTo(new Broken(4, Fault.CHANGED));
  }

  @Test
  @Proves(10)
  void aDropIsNamed() {
    looks(opened(), 1, 8);
    entries.deleteOne(new Document("_id", 4L));
    assertThat(verdict()).isEqualTo(new Broken(4, Fault.MISSING));
  }

  @Test
  @Proves(10)
  void anExchangeOfTwoIsNamed() {
    looks(opened(), 1, 8);
    Document third = entry(3);
    Document sixth = entry(6);
    entries.deleteMany(new Document("_id", new Document("$in", List.of(3L, 6L))));
    entries.insertOne(third.append("_id", 6L));
    entries.insertOne(sixth.append("_id", 3L));
    assertThat(verdict()).isEqualTo(new Broken(3, Fault.CHANGED));
  }

  @Test
  @Proves(10)
  void whatWasCutOffIsNamedByACheckpoint() {
    looks(opened(), 1, 8);
    Witness seventh = witness(7);
    entries.deleteMany(new Document("_id", new Document("$gte", 6L)));
    assertThat(verdict()).isEqualTo(new Whole(5, 1, List.of()));
    assertThat(verdict(witness(3), seventh)).isEqualTo(new Broken(6, Fault.CUT_OFF));
  }

  @Test
  @Proves(10)
  void whoHasTheStoreAndNotTheKeyCannotMakeTheRestAnew() {
    looks(opened(), 1, 8);
    edit(4);
    rechain(4, null);
    assertThat(verdict()).isEqualTo(new Broken(4, Fault.UNSEALED));

    rechain(4, new ChainKey("k1", new byte[32], OptionalLong.empty()));
    assertThat(verdict()).isEqualTo(new Broken(4, Fault.CHANGED));

    rechain(4, new ChainKey("k9", new byte[32], OptionalLong.empty()));
    assertThat(verdict()).isEqualTo(new Broken(4, Fault.UNKNOWN_KEY));

    rechain(1, null); // as if there never had been a key
    assertThat(verdict()).isEqualTo(new Broken(1, Fault.UNSEALED));
  }

  @Test
  @Proves(10)
  void whoHasTheKeyTooIsBetrayedByACheckpoint() {
    looks(opened(), 1, 8);
    Witness second = witness(2);
    Witness seventh = witness(7);
    edit(4);
    rechain(4, key());
    assertThat(verdict()).isEqualTo(new Whole(9, 1, List.of()));
    assertThat(verdict(seventh, second)).isEqualTo(new Broken(3, 7, Fault.REWRITTEN));
  }

  @Test
  @Proves(10)
  void anEditBehindACheckpointIsNotTakenForALoss() {
    looks(opened(), 1, 8);
    Witness seventh = witness(7);
    edit(4);
    assertThat(verdict(seventh)).isEqualTo(new Broken(4, Fault.CHANGED));
  }

  @Test
  @Proves(10)
  void whatCameSinceACheckpointIsCheckedAlone() {
    looks(opened(), 1, 8);
    Witness fifth = witness(5);
    var check = ChainCheck.of(database, name, new KeyFile(file()).read());
    edit(3);
    assertThat(check.since(fifth)).isEqualTo(new Whole(9, 5, List.of()));
    edit(7);
    assertThat(check.since(fifth)).isEqualTo(new Broken(7, Fault.CHANGED));
    rechain(3, key());
    assertThat(check.since(fifth)).isEqualTo(new Broken(0, 5, Fault.REWRITTEN));
  }

  @Test
  @Proves(10)
  void entriesFromBeforeThereWasAKeyAreReadAndHeldByTheFirstThatHasOne() {
    var before = new Log(database, name);
    before.prepare();
    looks(before, 1, 4);

    looks(opened(), 5, 6);

    assertThat(verdict()).isEqualTo(new Whole(7, 5, List.of()));
    edit(2);
    assertThat(verdict()).isEqualTo(new Broken(2, Fault.CHANGED));
    rechain(2, null);
    assertThat(verdict())
        .as("nothing goes back behind the key")
        .isEqualTo(new Broken(5, Fault.UNSEALED));
  }

  @Test
  @Proves(10)
  void whatIsMadeAnewBeforeTheFirstKeyIsBetrayedByTheEntryThatHasIt() {
    var before = new Log(database, name);
    before.prepare();
    looks(before, 1, 4);
    looks(opened(), 5, 6);
    Document first = entry(5);

    edit(2);
    rechain(2, null);
    replace(first);

    assertThat(verdict()).isEqualTo(new Broken(5, Fault.CHANGED));
  }

  @Test
  @Proves(10)
  void aLineMoreIsANewKeyOnEveryInstanceAndTheOldOneDoesNotComeBack() throws Exception {
    var one = opened();
    var other = opened();
    looks(one, 1, 2);
    ChainKey old = key();
    Files.writeString(file(), "k2 " + "ab".repeat(32) + "\n", StandardOpenOption.APPEND);
    looks(other, 3, 4);
    looks(one, 5, 6);
    one.settle();

    assertThat(Files.readString(file())).matches("k1 [0-9a-f]{64} 1\nk2 [0-9a-f]{64} 8\n");
    assertThat(verdict()).isEqualTo(new Whole(8, 1, List.of()));
    assertThat(IntStream.rangeClosed(1, 8).mapToObj(n -> entry(n).getString("key")))
        .containsExactly("k1", "k1", "k1", "k2", "k2", "k2", "k2", "k2");

    rechain(7, old);
    assertThat(verdict()).isEqualTo(new Broken(7, Fault.OLDER_KEY));
    rechain(4, old); // all that the new key holds
    assertThat(verdict()).isEqualTo(new Broken(8, Fault.OLDER_KEY));
  }

  @Test
  @Proves(10)
  void withoutTheKeyThereIsNoLook() throws Exception {
    var log = opened();
    looks(log, 1, 2);
    Path aside = directory.resolve("aside");
    Files.move(file(), aside);

    assertThatThrownBy(() -> looks(log, 3, 3)).isInstanceOf(KeyMissing.class);
    var again = opened();
    assertThatThrownBy(() -> looks(again, 3, 3)).isInstanceOf(KeyMissing.class);
    assertThat(file()).as("a lost key is not made anew").doesNotExist();
    Files.writeString(file(), "k1 what is this");
    assertThatThrownBy(() -> looks(again, 3, 3))
        .isInstanceOf(KeyMissing.class)
        .hasMessageNotContaining("what is this");

    Files.move(aside, file(), StandardCopyOption.REPLACE_EXISTING);
    looks(again, 3, 3);
    assertThat(verdict()).isEqualTo(new Whole(4, 1, List.of()));
  }

  @Test
  @Proves(4)
  void whatMustNotWaitForTheKeyIsKeptAndEnteredOnceWhenItIsThere() throws Exception {
    var log = opened();
    Path aside = directory.resolve("aside");
    Files.move(file(), aside);

    log.record("erase/1", new Document("by", "ana"));
    log.record("erase/1", new Document("by", "ana"));
    assertThat(log.waiting()).isEqualTo(1);
    assertThat(log.head().n()).isEqualTo(1);

    Files.move(aside, file());
    log.settle();
    opened();

    assertThat(log.waiting()).isZero();
    assertThat(log.after(1, 9))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.ref()).isEqualTo("erase/1");
              assertThat(entry.fields()).containsEntry("by", "ana").containsEntry("waited", true);
            });
  }

  @Test
  @Proves(4)
  void aFileOfKeysThatCannotBeWrittenHoldsUpNothingThatWaits() throws Exception {
    Path unwritable = directory.resolve("k".repeat(250)); // a fresh one's name would be too long
    var sealing = new Sealing(new KeyFile(unwritable), true, Optional::empty);
    var log = Log.sealed(database, name, Incarnation.FIRST, sealing);
    log.prepare();
    log.record("erase/1", new Document("by", "ana"));
    assertThat(log.waiting()).isEqualTo(1);
    Files.writeString(unwritable, "k1 " + "ab".repeat(32) + "\n");

    assertThatThrownBy(log::settle)
        .isInstanceOf(KeyMissing.class)
        .hasMessageContaining("cannot be written");

    assertThat(log.waiting()).isZero();
    assertThat(log.after(1, 9)).extracting(LogEntry::ref).containsExactly("erase/1");
    assertThat(log.firstBroken()).isEqualTo(-1);
  }

  @Test
  @Proves(10)
  void aRestoreThatSomebodyPutsAmongWhatWaitsIsNotEntered() {
    var log = opened();
    looks(log, 1, 8);
    Witness eighth = witness(8);
    var waiting = database.getCollection(name + "-waiting");
    Document excuse =
        new Document("epoch", "another").append(Witness.SUPERSEDED, eighth.document());
    waiting.insertOne(new Document("_id", "epoch/7").append("fields", excuse));
    waiting.insertOne(new Document("_id", "key/k2").append("fields", new Document("key", "k2")));
    waiting.insertOne(new Document("_id", "erase/1").append("fields", new Document("by", "ana")));
    entries.deleteMany(new Document("_id", new Document("$gte", 6L)));

    var again = opened();

    assertThat(again.after(5, 9)).extracting(LogEntry::ref).containsExactly("erase/1");
    assertThat(again.forged()).containsExactly("epoch/7", "key/k2");
    assertThat(verdict(eighth)).isEqualTo(new Broken(7, Fault.CUT_OFF));
  }

  @Test
  @Proves(10)
  void aRestoreThatWasEnteredFromWhatWaitedExcusesNothing() {
    var log = opened();
    looks(log, 1, 8);
    Witness eighth = witness(8);
    entries.deleteMany(new Document("_id", new Document("$gte", 6L)));
    Document excuse =
        new Document("epoch", "another").append(Witness.SUPERSEDED, eighth.document());

    opened().append("epoch/7", excuse.append("waited", true)); // as earlier releases entered it

    assertThat(verdict(eighth)).isEqualTo(new Broken(7, Fault.CUT_OFF));
  }

  @Test
  void besideAReleaseWithoutKeysNoneIsMade() {
    var log = sealed(Incarnation.FIRST, false);
    log.prepare();
    looks(log, 1, 2);
    assertThat(file()).doesNotExist();
    assertThat(verdict()).isEqualTo(new Whole(2, -1, List.of()));

    looks(opened(), 3, 3);
    looks(log, 4, 4);
    assertThat(verdict()).isEqualTo(new Whole(5, 3, List.of()));
  }

  @Test
  @Proves(10)
  void aRestoreNamesTheCheckpointItSupersedes() {
    looks(opened(), 1, 8);
    Witness third = witness(3);
    Witness eighth = witness(8);
    entries.deleteMany(new Document("_id", new Document("$gte", 6L)));
    noted = eighth;

    var restored = sealed(new Incarnation(1), true);
    restored.prepare();
    looks(restored, 20, 24);

    assertThat(verdict(third, eighth, witness(9))).isEqualTo(new Whole(11, 1, List.of(eighth)));
    assertThat(verdict(third, eighth, new Witness("other", 5, "another")))
        .as("a restore explains only what came after it")
        .isEqualTo(new Broken(4, 5, Fault.REWRITTEN));
    assertThat(ChainCheck.of(database, name, new KeyFile(file()).read()).since(eighth))
        .isEqualTo(new Whole(11, 1, List.of(eighth)));
  }

  @Test
  @Proves(10)
  void twoRestoresOfOneCopyExplainWhatBothTookAwayAndNothingOfNow() {
    var first = opened();
    looks(first, 1, 8);
    Witness eighth = new Witness(first.epoch(), 8, entry(8).getString("hash"));
    entries.deleteMany(new Document("_id", new Document("$gte", 4L)));
    noted = eighth;
    var second = sealed(new Incarnation(1), true);
    second.prepare();
    looks(second, 20, 20);
    Witness fifth = new Witness(second.epoch(), 5, entry(5).getString("hash"));
    entries.deleteMany(new Document("_id", new Document("$gte", 4L)));
    noted = fifth;
    var third = sealed(new Incarnation(2), true);
    third.prepare();
    looks(third, 30, 36);

    assertThat(verdict(eighth, fifth)).isEqualTo(new Whole(11, 1, List.of(fifth)));
    assertThat(verdict(eighth, fifth, new Witness(third.epoch(), 9, "another")))
        .isEqualTo(new Broken(0, 9, Fault.REWRITTEN));
  }

  @Test
  @Proves(10)
  void aRestoreThatNamesNothingExplainsNothing() {
    looks(opened(), 1, 8);
    Witness eighth = witness(8);
    entries.deleteMany(new Document("_id", new Document("$gte", 6L)));

    var restored = sealed(new Incarnation(1), true);
    restored.prepare();

    assertThat(verdict(eighth)).isEqualTo(new Broken(7, Fault.CUT_OFF));
  }

  @Test
  @Proves(10)
  void instancesThatStartTogetherHaveOneKeyAndOneChain() throws Exception {
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all =
          IntStream.range(0, 6)
              .<Future<?>>mapToObj(i -> pool.submit(() -> looks(opened(), 10 * i, 10 * i + 9)))
              .toList();
      for (Future<?> each : all) {
        each.get();
      }
    }
    assertThat(verdict()).isEqualTo(new Whole(61, 1, List.of()));
  }
}
