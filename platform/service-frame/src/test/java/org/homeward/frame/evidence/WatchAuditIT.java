package org.homeward.frame.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Condition;
import org.bson.Document;
import org.homeward.durable.log.ChainVerdict;
import org.homeward.durable.log.KeyMissing;
import org.homeward.durable.store.Incarnation;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.schema.bridge.Checkpoint;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** The audit trail of a service over days, with a store that somebody can write to. */
class WatchAuditIT extends TrialAudit {

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

  @Test
  @Proves(10)
  void afterALostKeyCheckpointsGoOnAndSayWhatCouldNotBeChecked() throws Exception {
    var watch = restart();
    looks(3);
    watch.turn();
    looks(2);
    Files.writeString(data().resolve("audit-trial.keys"), "k2 " + "ab".repeat(32) + "\n");
    clock.advance(Duration.ofDays(1));
    watch.turn();
    assertThat(watch.soundness()).isInstanceOf(Soundness.NoKey.class);

    Files.writeString(data().resolve("audit-trial.keys"), "k1 lost\nk2 " + "ab".repeat(32) + "\n");
    watch.turn();
    looks(1);
    clock.advance(Duration.ofDays(1));
    watch.turn();

    assertThat(watch.soundness()).isEqualTo(new Soundness.Sound(7));
    assertThat(health(watch).getDetails()).containsEntry("uncheckedBefore", 7L);
    assertThat(kept().values()).extracting(Checkpoint::n).containsExactly(4L, 7L, 8L);
    assertThat(kept().values())
        .extracting(Checkpoint::uncheckedBefore)
        .containsExactly(null, 7L, 7L);
    looks(1);
    reader(9, "boris");
    clock.advance(Duration.ofDays(1));
    var again = restart();
    again.turn();
    assertThat(again.soundness())
        .isEqualTo(
            new Soundness.Unsound(new ChainVerdict.Broken(9, 9, ChainVerdict.Fault.CHANGED)));
  }

  @Test
  @Proves(10)
  void aHostWithAnotherFileOfKeysSaysSoAndRecordsNothingThatBreaksTheTrail() throws Exception {
    restart();
    Path keys = data().resolve("audit-trial.keys");
    String old = Files.readString(keys);
    Files.writeString(keys, old + "k2 " + "ab".repeat(32) + "\n");
    restart();
    looks(1);
    Files.writeString(keys, old); // as the other host has it
    var other = restart();

    assertThatThrownBy(() -> looks(1)).isInstanceOf(KeyMissing.class);
    other.turn();
    assertThat(other.soundness())
        .isEqualTo(new Soundness.NoKey("the file of keys lacks the one of the newest entry"));
    assertThat(health(other).getDetails().get("whatToDo").toString())
        .contains("every host of the service needs the same file");
  }
}
