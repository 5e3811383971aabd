package org.homeward.durable.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.homeward.durable.log.ChainVerdict.Broken;
import org.homeward.durable.log.ChainVerdict.Fault;
import org.homeward.durable.log.ChainVerdict.Whole;
import org.homeward.durable.store.Incarnation;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** The keys of a sealed log: made, added, missing, and different on two hosts. */
class LogKeysIT extends SealedTrail {

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
  void aLineMoreIsANewKeyOnEveryInstanceAndTheOldOneDoesNotComeBack() throws Exception {
    var one = opened();
    var other = opened();
    looks(one, 1, 2);
    ChainKey old = key();
    Files.writeString(file(), "k2 " + "ab".repeat(32) + "\n", StandardOpenOption.APPEND);
    looks(other, 3, 4);
    looks(one, 5, 6);
    one.settle();

    assertThat(Files.readString(file())).matches("k1 [0-9a-f]{64} 1\nk2 [0-9a-f]{64} 4\n");
    assertThat(verdict()).isEqualTo(new Whole(8, 1, List.of()));
    assertThat(IntStream.rangeClosed(1, 8).mapToObj(n -> entry(n).getString("key")))
        .containsExactly("k1", "k1", "k1", "k2", "k2", "k2", "k2", "k2");

    rechain(7, old);
    assertThat(verdict()).isEqualTo(new Broken(7, Fault.OLDER_KEY));
    rechain(4, old); // all that the new key holds
    assertThat(verdict()).isEqualTo(new Broken(4, Fault.OLDER_KEY));
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

  @Test
  @Proves(10)
  void aHostWhoseFileLacksTheNewestKeyRecordsNoLookAndBreaksNothing() throws Exception {
    looks(opened(), 1, 2);
    Path ofOther = directory.resolve("other-host.keys");
    Files.copy(file(), ofOther);
    Files.writeString(file(), "k2 " + "ab".repeat(32) + "\n", StandardOpenOption.APPEND);
    looks(opened(), 3, 4);

    var other = opened(ofOther);
    assertThatThrownBy(() -> looks(other, 5, 5))
        .isInstanceOf(KeyMissing.class)
        .hasMessageContaining("lacks");
    other.record("erase/1", new Document("by", "ana"));
    Files.copy(file(), ofOther, StandardCopyOption.REPLACE_EXISTING);
    other.settle();
    looks(other, 5, 5);

    assertThat(verdict()).isEqualTo(new Whole(8, 1, List.of()));
    assertThat(other.after(6, 9)).extracting(LogEntry::ref).containsExactly("erase/1", "look/5");
  }

  @Test
  @Proves(10)
  void twoHostsThatGiveTwoSecretsToOneIdDoNotBothSealWithIt() throws Exception {
    looks(opened(), 1, 2);
    Path ofOther = directory.resolve("other-host.keys");
    Files.copy(file(), ofOther);
    Files.writeString(file(), "k2 " + "ab".repeat(32) + "\n", StandardOpenOption.APPEND);
    Files.writeString(ofOther, "k2 " + "cd".repeat(32) + "\n", StandardOpenOption.APPEND);
    var one = opened();
    looks(one, 3, 3);

    var other = opened(ofOther);
    assertThatThrownBy(() -> looks(other, 4, 4))
        .isInstanceOf(KeyMissing.class)
        .hasMessageContaining("key k2 is not the one");
    assertThatThrownBy(other::settle).isInstanceOf(KeyMissing.class);
    looks(one, 4, 4);

    assertThat(verdict()).isEqualTo(new Whole(6, 1, List.of()));
    assertThat(Files.readString(ofOther)).endsWith("cd\n");
  }
}
