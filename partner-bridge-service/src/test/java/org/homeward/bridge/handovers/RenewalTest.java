package org.homeward.bridge.handovers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.bridge.handovers.HandoverSamples.NOW;
import static org.homeward.bridge.handovers.HandoverSamples.after;
import static org.homeward.bridge.handovers.HandoverSamples.delivered;
import static org.homeward.bridge.handovers.HandoverSamples.moved;
import static org.homeward.bridge.handovers.HandoverSamples.owned;
import static org.homeward.bridge.handovers.HandoverSamples.told;

import java.time.Duration;
import java.time.Instant;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.snapshots.HandoverStatus;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** A person wants a holder's lease to begin anew, before the node renews it by itself. */
class RenewalTest {

  private final Owned released = owned(HandoverStatus.RELEASED);

  private static HandoverDecision<Owned> decide(Owned was, Instant at) {
    return OwnerDecisions.decide(was, new OwnerEvent.Renew(), at);
  }

  @Test
  void theHolderIsToldOnceMoreAndThenNothingIsOwed() {
    assertThat(Owed.by(released, NOW)).isEmpty();

    Owned wanted = after(released, new OwnerEvent.Renew());
    assertThat(Owed.by(wanted, NOW).orElseThrow().type()).isEqualTo(MessageType.SYNC);
    assertThat(decide(wanted, NOW)).isInstanceOf(HandoverDecision.Same.class);

    var again = (Owned) delivered(wanted, MessageType.SYNC, told(1, NOW.plusSeconds(60)));
    assertThat(Owed.by(again, NOW.plusSeconds(60))).isEmpty();
  }

  @Test
  @Proves(4)
  void aHeldCaseIsRenewedWhenNothingHoldsItAnyMore() {
    Owned frozen = after(after(released, new OwnerEvent.Renew()), moved(true, false, false));

    assertThat(Owed.by(frozen, NOW).orElseThrow().type()).isEqualTo(MessageType.FREEZE);
    Owned told = (Owned) delivered(frozen, MessageType.FREEZE, null);
    assertThat(Owed.by(told, NOW)).isEmpty();
  }

  @Test
  void aHolderThatHadToEraseIsNotToldAgain() {
    assertThat(decide(released, NOW.plus(Duration.ofDays(30))))
        .isInstanceOfSatisfying(
            HandoverDecision.Refused.class,
            refused -> assertThat(refused.why()).isEqualTo(HandoverDecision.Refusal.HANDOVER_OVER));
  }
}
