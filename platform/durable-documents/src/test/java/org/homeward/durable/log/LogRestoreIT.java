package org.homeward.durable.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.Document;
import org.homeward.durable.log.ChainVerdict.Broken;
import org.homeward.durable.log.ChainVerdict.Fault;
import org.homeward.durable.log.ChainVerdict.Whole;
import org.homeward.durable.store.Incarnation;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** A restore of a sealed log, real or pretended, and the checkpoints that it supersedes. */
class LogRestoreIT extends SealedTrail {

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
}
