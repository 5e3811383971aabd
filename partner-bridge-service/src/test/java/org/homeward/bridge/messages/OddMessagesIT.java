package org.homeward.bridge.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.bridge.trial.Forger.drill;
import static org.homeward.bridge.trial.Forger.release;

import java.time.Duration;
import java.util.UUID;
import org.homeward.bridge.trial.Forger;
import org.homeward.bridge.trial.Forger.Made;
import org.homeward.bridge.trial.TrialNode;
import org.homeward.bridge.trial.TrialNodes;
import org.homeward.face.testing.Answer;
import org.homeward.schema.bridge.Hashes;
import org.homeward.schema.bridge.MessageStatus;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.bridge.ReceiptResult;
import org.homeward.schema.bridge.Receipts;
import org.homeward.schema.bridge.bodies.Freeze;
import org.homeward.schema.bridge.bodies.Recall;
import org.homeward.schema.snapshots.HandoverSide;
import org.homeward.schema.snapshots.RecallReason;
import org.homeward.schema.values.Code;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** Messages that come twice, over a gap, too early or under another mark than before. */
class OddMessagesIT {

  private static final TrialNodes NODES = TrialNodes.get();
  private static final TrialNode RS = NODES.rs();
  private static final byte[] NOTHING = new byte[0];

  @Test
  void repeatGetsTheSameReceiptByteForByte() {
    Forger drill = drill();
    Made offer = drill.next(MessageType.OFFER, Forger.offer());

    byte[] first = RS.message(drill.sealed(offer)).body();
    NODES.clock().advance(Duration.ofSeconds(1));
    byte[] again = RS.message(drill.sealed(offer)).body();
    byte[] withheld =
        RS.message(drill.sealed(offer.signed(), null, NODES.clock().instant())).body();

    assertThat(again).isEqualTo(first);
    assertThat(withheld).isEqualTo(first);
  }

  @Test
  @Proves(4)
  void stopIsTakenOverAGapAndTheChainGoesOnThere() {
    String handover = UUID.randomUUID().toString();
    Forger drill = drill(handover, HandoverSide.OWNER);
    drill.offered();

    drill.at(7, Hashes.of(NOTHING));
    Made lost = drill.next(MessageType.RELEASE, release());
    assertThat(RS.message(drill.sealed(lost)).problem()).isEqualTo("out-of-order");
    Answer withheld = RS.message(drill.sealed(lost.signed(), null, NODES.clock().instant()));
    assertThat(Receipts.stored(withheld.text()).result()).isEqualTo(ReceiptResult.SUPERSEDED);
    drill.at(11, Hashes.of(NOTHING));
    Made freeze = drill.next(MessageType.FREEZE, new Freeze(TrialNodes.START));
    assertThat(RS.message(drill.sealed(freeze)).status()).isEqualTo(200);
    assertThat(RS.supervisor().handover(handover).path("frozen").asBoolean()).isTrue();

    Made next = drill.next(MessageType.RELEASE, release());
    Answer inOrder = RS.message(drill.sealed(next));
    assertThat(Receipts.stored(inOrder.text()).cause().text()).isEqualTo("NOT_NOW");
    drill.at(13, Hashes.of(NOTHING));
    Made recall =
        drill.next(MessageType.RECALL, new Recall(Code.of(RecallReason.FOUND), TrialNodes.START));
    assertThat(RS.message(drill.sealed(recall)).status()).isEqualTo(200);
    RS.awaitStatus(handover, "REVOKED");
  }

  @Test
  void offerThatAnOldRegistryStopsIsTakenOnceThereIsANewerOne() {
    Forger drill = drill();
    Made offer = drill.made(MessageType.OFFER, Forger.offer());
    NODES.issueRegistry(NODES.clock().instant().minusSeconds(1));
    RS.awaitRegistry(NODES.registry().version());
    try {
      assertThat(RS.message(drill.sealed(offer)).status()).isEqualTo(503);
    } finally {
      NODES.issueRegistry(TrialNodes.START.plus(Duration.ofDays(3650)));
      RS.awaitRegistry(NODES.registry().version());
      NODES.gr().awaitRegistry(NODES.registry().version());
    }

    assertThat(RS.message(drill.sealed(offer)).status()).isEqualTo(200);
  }

  @Test
  @Proves(9)
  void partnerThatHasBecomeRealSaysNothingInAnExercise() {
    Forger drill = drill();
    drill.offered();
    NODES.mark("drill", false);
    RS.awaitRegistry(NODES.registry().version());
    try {
      drill.saying(MessageStatus.ACTUAL);
      Made real = drill.next(MessageType.FREEZE, new Freeze(TrialNodes.START));
      Answer answer = RS.message(drill.sealed(real));

      assertThat(answer.status()).isEqualTo(422);
      assertThat(Receipts.stored(answer.text()).cause().text()).isEqualTo("EXERCISE_AND_REAL");
    } finally {
      NODES.mark("drill", true);
      RS.awaitRegistry(NODES.registry().version());
    }
  }
}
