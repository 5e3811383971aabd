package org.homeward.durable.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.bson.Document;
import org.homeward.durable.log.ChainVerdict.Broken;
import org.homeward.durable.log.ChainVerdict.Fault;
import org.homeward.durable.log.ChainVerdict.Unchecked;
import org.homeward.durable.log.ChainVerdict.Whole;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** A key that is lost: a new one goes on, and no verdict says that the old part was checked. */
class LostKeyIT extends SealedTrail {

  @Test
  @Proves(10)
  void afterALostKeyANewOneGoesOnAndTheVerdictNamesWhatCannotBeChecked() throws Exception {
    var log = opened();
    looks(log, 1, 4);
    Files.writeString(file(), "k1 lost\nk2 " + "ab".repeat(32) + "\n");
    log.settle();
    looks(log, 5, 6);

    assertThat(Files.readString(file())).matches("k1 lost\nk2 [0-9a-f]{64} 6\n");
    var verdict = new Whole(8, 1, List.of(), List.of(new Unchecked("k1", 1, 5)));
    assertThat(verdict()).isEqualTo(verdict);
    assertThat(verdict.checkedFrom()).isEqualTo(6);
    assertThat(verdict(witness(3), witness(7))).isEqualTo(verdict);
    edit(7);
    assertThat(verdict()).as("behind it all is as before").isEqualTo(new Broken(7, Fault.CHANGED));
  }

  @Test
  @Proves(10)
  void aKeyThatNobodyCallsLostIsMissed() throws Exception {
    var log = opened();
    looks(log, 1, 4);
    Files.writeString(file(), "k2 " + "ab".repeat(32) + "\n");

    assertThatThrownBy(() -> looks(log, 5, 5)).isInstanceOf(KeyMissing.class);
    assertThat(verdict()).isEqualTo(new Broken(1, Fault.UNKNOWN_KEY));

    Files.writeString(file(), "k1 lost\n");
    assertThatThrownBy(() -> looks(log, 5, 5))
        .isInstanceOf(KeyMissing.class)
        .hasMessageContaining("no new one follows");
  }

  @Test
  @Proves(10)
  void theKeyThatWasLostSealsNothingAfterIt() throws Exception {
    var log = opened();
    looks(log, 1, 4);
    ChainKey old = key();
    Files.writeString(file(), "k1 lost\nk2 " + "ab".repeat(32) + "\n");
    log.settle();
    looks(log, 5, 8);

    rechain(8, old);
    assertThat(verdict()).isEqualTo(new Broken(8, Fault.OLDER_KEY));
    rechain(3, old);
    assertThat(verdict()).isEqualTo(new Broken(6, Fault.OLDER_KEY));
  }

  @Test
  @Proves(10)
  void checkpointsHoldWhatTheLostKeySealedAndTheNewKeyHoldsItsEnd() throws Exception {
    var log = opened();
    looks(log, 1, 4);
    Witness third = witness(3);
    ChainKey old = key();
    Files.writeString(file(), "k1 lost\nk2 " + "ab".repeat(32) + "\n");
    log.settle();
    Document opening = entry(6);

    edit(2);
    rechain(2, old);
    replace(opening);

    assertThat(verdict()).isEqualTo(new Broken(6, Fault.CHANGED));
    assertThat(verdict(third)).isEqualTo(new Broken(0, 3, Fault.REWRITTEN));
  }

  @Test
  @Proves(10)
  void aRestoreAmongWhatCannotBeCheckedExcusesNothingBehindIt() throws Exception {
    var log = opened();
    looks(log, 1, 4);
    log.append(
        "epoch/7",
        new Document("epoch", "another")
            .append("supersedes", new Witness("epoch", 10, "0").document()));
    Files.writeString(file(), "k1 lost\nk2 " + "ab".repeat(32) + "\n");
    log.settle();
    looks(log, 5, 8);
    Witness newest = witness(10);
    entries.deleteMany(new Document("_id", new Document("$gte", 9L)));

    assertThat(verdict(newest)).isEqualTo(new Broken(9, Fault.CUT_OFF));
  }

  @Test
  void anotherKeyAfterOneThatWasLostKeepsItsLine() throws Exception {
    var log = opened();
    looks(log, 1, 2);
    Files.writeString(file(), "k1 lost 1\nk2 " + "ab".repeat(32) + "\n");
    log.settle();
    Files.writeString(file(), "k3 " + "cd".repeat(32) + "\n", StandardOpenOption.APPEND);
    looks(log, 3, 3);
    log.settle();

    assertThat(Files.readString(file()))
        .matches("k1 lost 1\nk2 [0-9a-f]{64} 4\nk3 [0-9a-f]{64} 5\n");
    assertThat(verdict()).isEqualTo(new Whole(6, 1, List.of(), List.of(new Unchecked("k1", 1, 3))));
  }
}
