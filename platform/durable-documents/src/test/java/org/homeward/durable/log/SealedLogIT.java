package org.homeward.durable.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.bson.Document;
import org.homeward.durable.log.ChainVerdict.Broken;
import org.homeward.durable.log.ChainVerdict.Fault;
import org.homeward.durable.log.ChainVerdict.Whole;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** What somebody does to a sealed log who has the store, with the key or without. */
class SealedLogIT extends SealedTrail {

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
}
