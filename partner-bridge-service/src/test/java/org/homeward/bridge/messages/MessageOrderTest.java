package org.homeward.bridge.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.homeward.bridge.handovers.dialogue.Exchange;
import org.homeward.schema.bridge.Heading;
import org.homeward.schema.snapshots.HandoverSide;
import org.homeward.testkit.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageOrderTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /** The partner's third message has come; its store is in its first life, as ours is. */
  private static final Exchange.Incoming THREE =
      Exchange.Incoming.NOTHING.and(new Exchange.KeptReceipt(3, "third", "jws", false), 0, 0);

  @Test
  void firstMessageFollowsNothing() {
    assertThat(order(Exchange.Incoming.NOTHING, 0, 1, null)).isEqualTo(MessageOrder.NEXT);
    assertThat(order(Exchange.Incoming.NOTHING, 0, 2, "first")).isEqualTo(MessageOrder.GAP);
  }

  @Test
  void nextMessageNamesTheOneBeforeIt() {
    assertThat(order(THREE, 0, 4, "third")).isEqualTo(MessageOrder.NEXT);
    assertThat(order(THREE, 0, 4, "another")).isEqualTo(MessageOrder.CHAIN_BROKEN);
    assertThat(order(THREE, 0, 5, "fourth")).isEqualTo(MessageOrder.GAP);
  }

  @Test
  void numberIsUsedOnce() {
    assertThat(order(THREE, 0, 3, "second")).isEqualTo(MessageOrder.FORKED);
    assertThat(order(THREE, 0, 1, null)).isEqualTo(MessageOrder.FORKED);
  }

  @Test
  @Proves(4)
  void signalIsTakenOverAGapButNotUnderAUsedNumber() {
    assertThat(MessageOrder.of(THREE, heading(0, 7, "sixth"), true, 0))
        .isEqualTo(MessageOrder.NEXT);
    assertThat(MessageOrder.of(THREE, heading(0, 3, "second"), true, 0))
        .isEqualTo(MessageOrder.FORKED);
  }

  @Test
  void partnerWhoseStoreWasRestoredGoesOnWhereItCanAndNeverBack() {
    var restored = THREE.and(new Exchange.KeptReceipt(1L << 32, "new life", "jws", false), 1, 0);

    assertThat(order(THREE, 1, 1L << 32, "unknown here")).isEqualTo(MessageOrder.NEXT);
    assertThat(order(restored, 0, 4, "third")).isEqualTo(MessageOrder.OLD_INCARNATION);
  }

  @Test
  void chainGoesOnBehindWhatOurOwnRestoreHasLost() {
    assertThat(MessageOrder.of(THREE, heading(0, 9, "lost here"), false, 1))
        .isEqualTo(MessageOrder.NEXT);
  }

  private static MessageOrder order(
      Exchange.Incoming incoming, long incarnation, long seq, @Nullable String prev) {
    return MessageOrder.of(incoming, heading(incarnation, seq, prev), false, 0);
  }

  private static Heading heading(long incarnation, long seq, @Nullable String prev) {
    return new Heading("gr", "rs", "handover", HandoverSide.HOLDER, incarnation, seq, prev, NOW);
  }
}
