package org.homeward.frame.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.homeward.durable.log.Log;
import org.homeward.durable.recovery.DataAge;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.durable.recovery.Replay;
import org.homeward.durable.recovery.RunMarks;
import org.homeward.durable.store.Incarnation;
import org.homeward.durable.store.StoreConnection;
import org.homeward.engines.store.EmbeddedStore;
import org.homeward.testkit.FreePorts;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that is closed, copied, and put back. */
class RecoveryIT {

  @TempDir Path directory;

  private final List<EndsLine> replayed = new ArrayList<>();
  private int quarantines;
  private final int port = FreePorts.take();
  private EmbeddedStore store;
  private MongoClient client;

  @BeforeEach
  void open() throws Exception {
    store = EmbeddedStore.open(EmbeddedStore.Settings.of(directory.resolve("store"), port));
    client = StoreConnection.open(store.connectionString());
  }

  @AfterEach
  void close() {
    client.close();
    store.close();
  }

  private Path journal() {
    return directory.resolve("store").resolve("journal");
  }

  private byte[] copy() throws Exception {
    return Files.readAllBytes(journal());
  }

  private void putBack(byte[] copy) throws Exception {
    close();
    Files.write(journal(), copy);
    open();
  }

  private MongoDatabase database() {
    return client.getDatabase("rs_trial");
  }

  private EndsLog endsLog() {
    return new EndsLog(directory.resolve("data").resolve("ends-trial.log"));
  }

  /** What a process begins with. */
  private Recovery recovery() {
    return new Recovery(
        new RunMarks(database()),
        endsLog(),
        Incarnation.read(directory.resolve("data").resolve("incarnation")),
        directory.resolve("data"),
        "trial",
        () -> Optional.of(new Recording()),
        Clock.systemUTC());
  }

  private final class Recording implements Replay {
    @Override
    public Replayed replay(EndsLine line) {
      replayed.add(line);
      return line.id().equals("gone") ? Replayed.MISSING : Replayed.DONE;
    }

    @Override
    public void quarantine() {
      quarantines++;
    }
  }

  private Recovery started() {
    Recovery recovery = recovery();
    recovery.begin(recovery.look());
    recovery.replay();
    return recovery;
  }

  private void ended(String id) {
    endsLog()
        .append(
            List.of(new EndsLine(Clock.systemUTC().instant(), "case/" + id, 7, "end", Map.of())));
  }

  @Test
  void whatWasLeftAsItIsGoesOn() throws Exception {
    Recovery first = started();
    first.mark();
    ended("a");
    putBack(copy());

    Recovery again = started();

    assertThat(again.incarnation()).isZero();
    assertThat(again.last()).isEmpty();
    assertThat(replayed).isEmpty();
  }

  @Test
  @Proves(4)
  void anEarlierCopyIsSeenClosedAndBroughtUpOnce() throws Exception {
    Recovery first = started();
    byte[] copy = copy();
    ended("a");
    ended("gone");
    first.mark();
    putBack(copy);

    Recovery second = started();

    assertThat(second.incarnation()).isEqualTo(1);
    assertThat(replayed).extracting(EndsLine::id).containsExactly("a", "gone");
    assertThat(quarantines).isEqualTo(1);
    var last = second.last().orElseThrow();
    assertThat(last.replayed()).isEqualTo(Map.of("end", 1));
    assertThat(last.missing()).containsExactly("case/gone");
    assertThat(last.last().at()).isAfterOrEqualTo(last.copy().at());

    Recovery third = started();
    assertThat(third.incarnation()).isEqualTo(1);
    assertThat(quarantines).isEqualTo(1);

    putBack(copy); // the same again: what the second life has written must not be taken for ours
    assertThat(started().incarnation()).isEqualTo(2);
    assertThat(quarantines).isEqualTo(2);
  }

  @Test
  void whoDiesBeforeAllIsDoneAgainDoesItAgain() throws Exception {
    Recovery first = started();
    byte[] copy = copy();
    ended("a");
    first.mark();
    putBack(copy);
    Recovery dies = recovery();
    dies.begin(dies.look());

    Recovery second = started();

    assertThat(second.incarnation()).isEqualTo(1);
    assertThat(quarantines).isEqualTo(1);
    assertThat(replayed).hasSize(1);
  }

  @Test
  void whoDiesBetweenTheStoreAndItsFileHasNotGoneBack() {
    started();
    new RunMarks(database()).raise(0, Clock.systemUTC().instant());

    assertThat(recovery().look()).isInstanceOf(DataAge.AsLeft.class);
  }

  @Test
  void aCommandThatRaisesTheIncarnationIsBelieved() {
    started();
    Incarnation.raise(directory.resolve("data").resolve("incarnation"), 1);

    assertThat(recovery().look())
        .isInstanceOfSatisfying(
            DataAge.Restored.class, restored -> assertThat(restored.announced()).isTrue());
    assertThat(started().incarnation()).isEqualTo(1);
  }

  @Test
  void aStoreWithoutMarkBesideAFileIsACopy() {
    started();
    database().getCollection("markers").drop();

    assertThat(started().incarnation()).isEqualTo(1);
    assertThat(quarantines).isEqualTo(1);
  }

  @Test
  void twoInstancesThatStartTogetherAgree() throws Exception {
    Recovery first = started();
    byte[] copy = copy();
    first.mark();
    putBack(copy);
    Recovery one = recovery();
    Recovery other = recovery();
    DataAge seenByOne = one.look();
    DataAge seenByOther = other.look();

    one.begin(seenByOne);
    one.replay();
    other.begin(seenByOther);
    other.replay();

    assertThat(one.incarnation()).isEqualTo(1);
    assertThat(other.incarnation()).isEqualTo(1);
    assertThat(quarantines).isEqualTo(1);
  }

  @Test
  void aLogBeginsAnotherEpochOnceAndItsChainHolds() {
    String name = "log-" + UUID.randomUUID();
    var before = new Log(database(), name);
    before.prepare();
    before.append("a/1", new Document("v", 1));
    var restored = new Incarnation(1);
    var after = new Log(database(), name, restored);
    after.prepare();
    after.append("a/2", new Document("v", 2));
    var another = new Log(database(), name, restored);
    another.prepare();

    assertThat(after.epoch()).isNotEqualTo(before.epoch());
    assertThat(another.head()).isEqualTo(after.head());
    assertThat(after.range(1, 9)).extracting(e -> e.isEpoch()).containsExactly(false, true, false);
    assertThat(after.firstBroken()).isEqualTo(-1);
  }
}
