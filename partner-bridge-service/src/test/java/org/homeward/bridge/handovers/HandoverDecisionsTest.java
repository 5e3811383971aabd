package org.homeward.bridge.handovers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.bridge.handovers.HandoverSamples.NOW;
import static org.homeward.bridge.handovers.HandoverSamples.after;
import static org.homeward.bridge.handovers.HandoverSamples.copiesErased;
import static org.homeward.bridge.handovers.HandoverSamples.delivered;
import static org.homeward.bridge.handovers.HandoverSamples.held;
import static org.homeward.bridge.handovers.HandoverSamples.moved;
import static org.homeward.bridge.handovers.HandoverSamples.next;
import static org.homeward.bridge.handovers.HandoverSamples.offered;
import static org.homeward.bridge.handovers.HandoverSamples.owned;
import static org.homeward.bridge.handovers.HandoverSamples.recalled;
import static org.homeward.bridge.handovers.HandoverSamples.receipted;
import static org.homeward.bridge.handovers.HandoverSamples.said;
import static org.homeward.bridge.handovers.HandoverSamples.told;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.bridge.handovers.Held.Withdrawn;
import org.homeward.bridge.handovers.OwnOffer.OwnCase;
import org.homeward.bridge.handovers.dialogue.Clocks;
import org.homeward.bridge.handovers.dialogue.Exchange;
import org.homeward.bridge.handovers.dialogue.InFlight;
import org.homeward.bridge.handovers.dialogue.Told;
import org.homeward.durable.document.KeptHistory;
import org.homeward.schema.bridge.Cause;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.bridge.ReceiptProof;
import org.homeward.schema.bridge.ReceiptResult;
import org.homeward.schema.bridge.bodies.ErasureResult;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.Scope;
import org.homeward.schema.snapshots.HandoverStatus;
import org.homeward.schema.snapshots.HandoverTask;
import org.homeward.schema.snapshots.RecallReason;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** What follows from one decision after the other. */
class HandoverDecisionsTest {
  private static final OwnOffer.Signalled NOTHING = OwnOffer.Signalled.NOTHING;

  @Test
  @Proves(7)
  void anOfferThatMayHaveGoneOutSinceTheCopyIsCalledBack() {
    Owned silent = offered().with(Exchange.SILENT);
    Owned untold = silent.with(silent.offer().with(NOTHING));
    Owned recovered = after(untold, new OwnerEvent.Recovered());

    assertThat(Owed.by(recalled(untold), NOW)).as("nobody was told anything").isEmpty();
    assertThat(Owed.by(recovered, NOW).orElseThrow().type()).isEqualTo(MessageType.OFFER);
    Owned recalled = recalled(recovered);
    assertThat(recalled.status()).isEqualTo(HandoverStatus.REVOKED);
    assertThat(Owed.by(recalled, NOW).orElseThrow().type()).isEqualTo(MessageType.RECALL);
    Owned ended = after(recovered, HandoverSamples.moved(false, true, false));
    assertThat(Owed.by(ended, NOW).orElseThrow().type()).isEqualTo(MessageType.END);
  }

  @Test
  @Proves(7)
  void aRecallWhoseReceiptIsLostWithTheCopyIsSaidOnceMore() {
    Owned recalled = owned(HandoverStatus.RECALLED);
    Owned told = (Owned) delivered(recalled, MessageType.RECALL, null);
    assertThat(Owed.by(told, NOW)).isEmpty();

    Owned recovered = after(told, new OwnerEvent.Recovered());
    assertThat(Owed.by(recovered, NOW).orElseThrow().type()).isEqualTo(MessageType.RECALL);
    assertThat(OwnerDecisions.decide(recovered, new OwnerEvent.Recovered(), NOW))
        .isInstanceOf(HandoverDecision.Same.class);
    Owned first = (Owned) delivered(recovered, MessageType.RECALL, null);
    assertThat(Owed.by(first, NOW)).as("it may have been on its way before").isPresent();
    Owned second = (Owned) delivered(first, MessageType.RECALL, null);
    assertThat(Owed.by(second, NOW)).isEmpty();
    Owned closed = after(second, HandoverSamples.receipted("hash"));
    assertThat(OwnerDecisions.decide(closed, new OwnerEvent.Recovered(), NOW))
        .isInstanceOf(HandoverDecision.Same.class);
  }

  @Test
  @Proves(11)
  void silenceOfAPartnerIsATaskThenTheEnd() {
    Owned waits = offered();

    Owned unseen = rang(waits, Duration.ofMinutes(15)).orElseThrow();
    assertThat(unseen.open()).containsExactly(HandoverTask.ACKNOWLEDGEMENT_OVERDUE);
    assertThat(rang(unseen, Duration.ofMinutes(16))).isEmpty();
    Owned unanswered = rang(unseen, Duration.ofHours(8)).orElseThrow();
    assertThat(unanswered.open()).contains(HandoverTask.ANSWER_OVERDUE);
    Owned over = rang(unanswered, Duration.ofHours(12)).orElseThrow();
    assertThat(over.status()).isEqualTo(HandoverStatus.REVOKED);
    assertThat(over.open()).containsExactly(HandoverTask.GAVE_UP);
    assertThat(Owed.by(over, NOW).orElseThrow().type()).isEqualTo(MessageType.RECALL);
    Owned late = rang(over, Duration.ofHours(13)).orElseThrow();
    assertThat(late.open()).contains(HandoverTask.RECEIPT_OVERDUE);
  }

  private static Optional<Owned> rang(Owned was, Duration after) {
    return OwnerDecisions.decide(was, new OwnerEvent.ClockRang(), NOW.plus(after))
            instanceof HandoverDecision.Becomes<Owned> becomes
        ? Optional.of(becomes.next())
        : Optional.empty();
  }

  @Test
  @Proves(7)
  void leaseThatEndsErasesByItself() {
    Held held = held(HandoverStatus.RELEASED);
    Instant end = NOW.plus(Duration.ofDays(30));
    assertThat(Dues.of(held, Map.of(), NOW)).containsEntry(Dues.CLOCK, end);

    HandoverDecision<Held> decided = HolderDecisions.decide(held, new HolderEvent.ClockRang(), end);

    assertThat(decided).isInstanceOf(HandoverDecision.Becomes.class);
    var becomes = (HandoverDecision.Becomes<Held>) decided;
    assertThat(becomes.forget()).isTrue();
    assertThat(ChangeHandover.edit(becomes, Map.of(), "bridge", end).dues())
        .containsEntry(KeptHistory.FORGET_DUE, end);
    assertThat(becomes.next().content()).isNull();
    assertThat(becomes.next().status()).isEqualTo(HandoverStatus.RECALLED);
    Held gone = after(becomes.next(), copiesErased());
    assertThat(Owed.by(gone, end).orElseThrow().type()).isEqualTo(MessageType.RECEIPT);
  }

  @Test
  @Proves(7)
  void receiptThatNobodyAskedForEndsNothing() {
    Owned released = owned(HandoverStatus.RELEASED);

    Owned now = after(released, receipted(null));

    assertThat(now.status()).isEqualTo(HandoverStatus.RELEASED);
    assertThat(now.open()).containsExactly(HandoverTask.CALL_PARTNER);
    assertThat(now.share().statement()).isNull();
    Instant end = NOW.plus(Duration.ofDays(30));
    assertThat(
            Dues.of(
                new Owned.Released(now.dialogue(), now.offer(), false, told(9, NOW), null),
                Map.of(),
                end))
        .containsEntry(Dues.CLOCK, end.plus(Clocks.RECEIPT));
    HandoverDecision<Owned> atTheEnd =
        OwnerDecisions.decide(now, receipted(null), end.minus(Duration.ofMinutes(4)));
    assertThat(next(atTheEnd).status()).isEqualTo(HandoverStatus.CLOSED);
  }

  @Test
  void provedErasureIsNotTakenBack() {
    var better = new ReceiptProof("c", "d", "recall");
    var worse = new ReceiptProof("e", "f", null);
    Instant end = NOW.plus(Duration.ofDays(30));
    Owned recalled = owned(HandoverStatus.RECALLED);
    Owned closed = (Owned) next(OwnerDecisions.decide(recalled, receipted(null), end));

    Owned named = after(closed, receipted("hash", ErasureResult.ERASED, better));

    assertThat(closed.status()).isEqualTo(HandoverStatus.CLOSED);
    assertThat(named.share().statement()).isEqualTo(better);
    for (Owned proved : List.of(closed, named)) {
      for (ErasureResult result : List.of(ErasureResult.ERASED, ErasureResult.REFUSED)) {
        assertThat(OwnerDecisions.decide(proved, receipted(null, result, worse), end))
            .isEqualTo(HandoverDecision.same());
      }
      assertThat(
              OwnerDecisions.decide(proved, receipted("hash", ErasureResult.REFUSED, worse), end))
          .isEqualTo(HandoverDecision.same());
    }
  }

  @Test
  @Proves(7)
  void anOwnerThatWasRestoredRecallsOnceMoreAndGetsAReceiptThatNamesThat() {
    Held first =
        after(held(HandoverStatus.RELEASED), new HolderEvent.Recalled(RecallReason.FOUND, "first"));
    Held told = (Held) delivered(after(first, copiesErased()), MessageType.RECEIPT, null);

    Held again = after(told, new HolderEvent.Recalled(RecallReason.FOUND, "second"));

    assertThat(again.content()).isNull();
    assertThat(((Withdrawn) again).erased()).isNotNull();
    assertThat(Owed.by(again, NOW).orElseThrow().type()).isEqualTo(MessageType.RECEIPT);
    assertThat(
            HolderDecisions.decide(
                again, new HolderEvent.Recalled(RecallReason.FOUND, "second"), NOW))
        .isEqualTo(HandoverDecision.same());
  }

  @Test
  void aChainGoesOnBehindWhatThisNodesRestoreHasLost() {
    var before = Exchange.Incoming.NOTHING.and(new Exchange.KeptReceipt(3, "h", "j", false), 0, 0);

    assertThat(before.hasLostSome(0)).isFalse();
    assertThat(before.hasLostSome(1)).isTrue();
    var after = before.and(new Exchange.KeptReceipt(9, "i", "k", false), 0, 1);
    assertThat(after.hasLostSome(1)).isFalse();
  }

  @Test
  @Proves(7)
  void receiptOfALeaseThatCrossesARecallIsFollowedByOneThatNamesIt() {
    Instant end = NOW.plus(Duration.ofDays(30));
    Held over =
        (Held)
            next(
                HolderDecisions.decide(
                    held(HandoverStatus.RELEASED), new HolderEvent.ClockRang(), end));
    Held erased = after(over, copiesErased());
    Held recalled = after(erased, new HolderEvent.Recalled(RecallReason.FOUND, "other"));

    Handover crossed = delivered(recalled, MessageType.RECEIPT, null);

    assertThat(crossed.status()).isEqualTo(HandoverStatus.RECALLED);
    assertThat(Owed.by(crossed, end).orElseThrow().type()).isEqualTo(MessageType.RECEIPT);
    Handover named =
        delivered(
            crossed, MessageType.RECEIPT, null, "{\"recall\":\"other\"}", ReceiptResult.RECEIVED);
    assertThat(named.status()).isEqualTo(HandoverStatus.CLOSED);
    assertThat(((Withdrawn) named).isReceiptTold()).isTrue();
  }

  @Test
  @Proves(4)
  void stopThatIsRefusedIsATaskAndIsStillOwed() {
    Owned recalled = owned(HandoverStatus.RECALLED);

    Owned once = refused(recalled, MessageType.RECALL);
    Owned twice = refused(once, MessageType.RECALL);

    assertThat(once.open()).containsExactly(HandoverTask.CALL_PARTNER);
    assertThat(Owed.by(once, NOW).orElseThrow().type()).isEqualTo(MessageType.RECALL);
    assertThat(once.exchange().outgoing().next()).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
    assertThat(twice.exchange().outgoing().next()).isEqualTo(NOW.plus(Duration.ofMinutes(20)));
    Owned taken = (Owned) delivered(twice, MessageType.RECALL, null);
    assertThat(taken.open()).isEmpty();
    assertThat(Owed.by(taken, NOW)).isEmpty();
    Owned frozen = after(owned(HandoverStatus.RELEASED), moved(true, false, false));
    assertThat(Owed.by(refused(frozen, MessageType.FREEZE), NOW).orElseThrow().type())
        .isEqualTo(MessageType.FREEZE);
  }

  private static OutgoingMessages.MessageResult refused(Cause cause) {
    return new OutgoingMessages.MessageResult(ReceiptResult.REFUSED, cause);
  }

  private static Owned refused(Owned was, MessageType type) {
    return (Owned) delivered(was, type, null, "{}", ReceiptResult.REFUSED);
  }

  @Test
  @Proves(4)
  void frozenCaseIsOwedNoContentHoweverNew() {
    Owned frozen =
        after(
            owned(HandoverStatus.RELEASED),
            new OwnerEvent.CaseMoved(new OwnCase(2, true, false, false)));
    frozen = (Owned) delivered(frozen, MessageType.FREEZE, null);

    frozen = after(frozen, moved(true, false, false));

    assertThat(Owed.by(frozen, NOW)).isEmpty();
  }

  @Test
  void holderWhoseLeaseIsOverIsOwedNoContent() {
    Owned released = owned(HandoverStatus.RELEASED);

    assertThat(Owed.by(released, NOW.plus(Duration.ofDays(30)))).isEmpty();
  }

  @Test
  void holderThatTakesNoSyncAnyMoreGetsNoOtherAndAPersonCallsIt() {
    Owned newer = after(owned(HandoverStatus.RELEASED), moved(false, false, false));
    var sync = underWay(MessageType.SYNC, told(9, NOW));

    Handover refused = OutgoingMessages.answered(newer, sync, refused(Cause.NOT_NOW), NOW).next();

    assertThat(refused.open()).containsExactly(HandoverTask.CALL_PARTNER);
    assertThat(Owed.by(refused, NOW.plus(Duration.ofDays(1)))).isEmpty();
  }

  @Test
  @Proves({6, 11})
  void whatMayHaveArrivedHasItsEndToo() {
    Owned accepted = owned(HandoverStatus.ACCEPTED);
    Owned begun = (Owned) sending(accepted, underWay(MessageType.RELEASE, told(1, NOW)), 1);
    Instant end = NOW.plus(Duration.ofDays(30));
    InFlight release = begun.exchange().outgoing().inFlight();
    assertThat(Owed.isOvertaken(begun, release, end.minusMillis(1))).isFalse();
    assertThat(Owed.isOvertaken(begun, release, end)).isTrue();
    assertThat(rang(begun, Duration.ofDays(31)).orElseThrow().open())
        .contains(HandoverTask.RECEIPT_OVERDUE);

    Instant alone = NOW.plus(Duration.ofHours(12));
    var vital = new Told(1, Scope.MINIMUM, NOW, alone, "content", true);
    Owned onOneWord =
        (Owned)
            sending(
                after(accepted, new OwnerEvent.Justify("p1", "DANGER", "ref")),
                underWay(MessageType.RELEASE, vital),
                1);
    assertThat(Dues.of(onOneWord, Map.of(), NOW)).containsEntry(Dues.CLOCK, alone);
    Owned over = rang(onOneWord, Duration.ofHours(12)).orElseThrow();
    assertThat(Owed.by(over, NOW).orElseThrow().type()).isEqualTo(MessageType.RECALL);
  }

  @Test
  @Proves(4)
  void brakeOvertakesASightingThatDidNotGetThrough() {
    Held released = held(HandoverStatus.RELEASED);
    InFlight sighting = underWay(MessageType.SIGHTING, null);
    Held tried = (Held) sending(released, sighting, 1);
    Held fresh = (Held) sending(released, sighting, 0);

    assertThat(Owed.isOvertaken(tried, sighting, NOW)).isFalse();
    assertThat(Owed.isOvertaken(after(tried, said(MessageType.BRAKE)), sighting, NOW)).isTrue();
    assertThat(Owed.isOvertaken(after(fresh, said(MessageType.BRAKE)), sighting, NOW)).isFalse();
  }

  private static InFlight underWay(MessageType type, Told told) {
    return new InFlight(9, type, "jws", "h", "{}", List.of(), Basis.PUBLIC_TASK, told, null);
  }

  private static Handover sending(Handover was, InFlight message, int attempts) {
    var outgoing = new Exchange.Outgoing(8, "hash", message, attempts, null, null);
    return was.with(was.exchange().with(List.of()).with(outgoing));
  }

  @Test
  void halfOfALeaseRenewsItWhileTheCaseIsOpen() {
    Owned released = owned(HandoverStatus.RELEASED);
    Instant half = NOW.plus(Duration.ofDays(15));

    assertThat(Owed.by(released, NOW)).isEmpty();
    assertThat(Owed.by(released, half).orElseThrow().type()).isEqualTo(MessageType.SYNC);
    assertThat(Dues.of(released, Map.of(), NOW)).containsEntry(Dues.CLOCK, half);
  }

  @Test
  void handoverThatItsPartnerDoesNotKnowStandsInNobodysWay() {
    Owned released = owned(HandoverStatus.RELEASED);
    var sync = underWay(MessageType.SYNC, told(9, NOW));

    Owned unknown =
        (Owned)
            OutgoingMessages.answered(released, sync, refused(Cause.HANDOVER_NOT_KNOWN), NOW)
                .next();

    assertThat(released.isOpen()).isTrue();
    assertThat(unknown.isOpen()).isFalse();
    assertThat(((Owned) delivered(unknown, MessageType.SYNC, told(9, NOW))).isOpen()).isTrue();
    for (HandoverStatus over :
        List.of(HandoverStatus.REJECTED, HandoverStatus.RECALLED, HandoverStatus.CLOSED)) {
      assertThat(owned(over).isOpen()).isFalse();
    }
  }

  @Test
  void refusedOfferIsNoOfferAnyMoreUnlessTheReasonPasses() {
    Owned fresh =
        Owned.begun(
            "gr",
            "case",
            false,
            offered().offer().wish(),
            new OwnCase(1, false, false, false),
            NOW);
    var message =
        new InFlight(1, MessageType.OFFER, "jws", "h", "{}", List.of(), Basis.OTHER, null, null);

    Handover never =
        OutgoingMessages.answered(fresh, message, refused(Cause.EXERCISE_AND_REAL), NOW).next();
    Handover later =
        OutgoingMessages.answered(fresh, message, refused(Cause.REGISTRY_EXPIRED), NOW).next();

    assertThat(never.status()).isEqualTo(HandoverStatus.REJECTED);
    assertThat(Owed.by(later, NOW).orElseThrow().type()).isEqualTo(MessageType.OFFER);
    assertThat(later.exchange().outgoing().next()).isAfter(NOW);
  }
}
