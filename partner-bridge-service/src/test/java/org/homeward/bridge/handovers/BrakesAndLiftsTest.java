package org.homeward.bridge.handovers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.bridge.handovers.HandoverSamples.NOW;
import static org.homeward.bridge.handovers.HandoverSamples.after;
import static org.homeward.bridge.handovers.HandoverSamples.answered;
import static org.homeward.bridge.handovers.HandoverSamples.braked;
import static org.homeward.bridge.handovers.HandoverSamples.delivered;
import static org.homeward.bridge.handovers.HandoverSamples.held;
import static org.homeward.bridge.handovers.HandoverSamples.offered;
import static org.homeward.bridge.handovers.HandoverSamples.owned;
import static org.homeward.bridge.handovers.HandoverSamples.said;
import static org.homeward.bridge.handovers.HandoverSamples.told;

import java.util.List;
import org.homeward.bridge.handovers.Dialogue.Brakes;
import org.homeward.bridge.handovers.OwnOffer.OwnCase;
import org.homeward.bridge.handovers.dialogue.Exchange;
import org.homeward.bridge.handovers.dialogue.InFlight;
import org.homeward.bridge.handovers.dialogue.Reply;
import org.homeward.bridge.handovers.dialogue.Told;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.bridge.bodies.Proposal;
import org.homeward.schema.bridge.bodies.ProposalKind;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.Scope;
import org.homeward.schema.snapshots.HandoverBrake;
import org.homeward.schema.snapshots.HandoverStatus;
import org.homeward.schema.snapshots.HandoverTask;
import org.homeward.schema.snapshots.RecallReason;
import org.homeward.schema.values.Code;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** Brakes, freezes and exclusions hold a handover back; a lift lets it go on. */
class BrakesAndLiftsTest {

  @Test
  @Proves(4)
  void eachBrakeCountsAnew() {
    Owned once = after(owned(HandoverStatus.RELEASED), braked(false));
    Owned twice = after(once, braked(true));

    assertThat(once.dialogue().brakes().told()).isEqualTo(new HandoverBrake(1, false));
    assertThat(twice.dialogue().brakes().told()).isEqualTo(new HandoverBrake(2, true));
    Held own = after(after(held(HandoverStatus.RELEASED), said(MessageType.BRAKE)), brake("again"));
    assertThat(own.dialogue().brakes()).isEqualTo(new Brakes(2, true, true));
    assertThat(brakesWaiting(own)).isEqualTo(2);
  }

  @Test
  @Proves(4)
  void wordAfterABrakeWithAReferenceDoesNotTakeItsPlace() {
    Owned referenced = after(owned(HandoverStatus.RELEASED), braked(true));

    for (OwnerEvent word : List.of(braked(false), found())) {
      assertThat(after(referenced, word).dialogue().brakes().told())
          .isEqualTo(new HandoverBrake(2, true));
    }
  }

  private static long brakesWaiting(Held held) {
    return held.exchange().replies().stream().filter(r -> r.type() == MessageType.BRAKE).count();
  }

  private static HolderEvent brake(String id) {
    return new HolderEvent.Say(Reply.signal(id, MessageType.BRAKE, NOW, "{}"));
  }

  @Test
  @Proves(4)
  void noNumberOfBrakesFillsTheQueueAndEachStops() {
    Held braked = held(HandoverStatus.RELEASED);
    for (int i = 0; i < 50; i++) {
      braked = after(braked, brake("b" + i));
    }

    assertThat(brakesWaiting(braked)).isEqualTo(10);
    assertThat(braked.dialogue().brakes().count()).isEqualTo(50);
  }

  @Test
  void wordOfAPartnerThatHasAcceptedNothingStopsNothing() {
    for (HandoverStatus status :
        List.of(HandoverStatus.OFFERED, HandoverStatus.ACKNOWLEDGED, HandoverStatus.COUNTERED)) {
      Owned word = after(owned(status), braked(false));
      assertThat(word.braked()).isFalse();
      assertThat(word.open()).containsExactly(HandoverTask.CALL_PARTNER);
      assertThat(after(owned(status), found()).braked()).isFalse();
      assertThat(after(owned(status), braked(true)).braked()).isTrue();
    }
    assertThat(after(owned(HandoverStatus.ACCEPTED), found()).dialogue().brakes().told())
        .isEqualTo(new HandoverBrake(1, false));
  }

  private static OwnerEvent found() {
    return new OwnerEvent.Proposed(new Proposal(Code.of(ProposalKind.FOUND), NOW));
  }

  @Test
  @Proves(4)
  void brakedCaseGivesNobodyMoreThanBefore() {
    Owned accepted = after(owned(HandoverStatus.ACCEPTED), moved(9, false, true, false));
    assertThat(Owed.by(accepted, NOW)).isEmpty();
    Owned checked = after(owned(HandoverStatus.RELEASED), answered(OwnerEvent.Answering.CHECKED));
    Owned braked = after(checked, moved(9, false, true, false));
    assertThat(Owed.by(braked, NOW))
        .hasValueSatisfying(owed -> assertThat(owed.scope()).isEqualTo(Scope.MINIMUM));
    InFlight full =
        new InFlight(
            9, MessageType.SYNC, "jws", "h", "{}", List.of(), Basis.PUBLIC_TASK, full(9), null);
    assertThat(Owed.isOvertaken(braked, full, NOW)).isTrue();
    Owned fresh = fresh(moved(9, false, true, false));
    assertThat(Owed.by(fresh, NOW)).isEmpty();

    assertThat(Owed.by(after(accepted, moved(10, false, false, false)), NOW))
        .hasValueSatisfying(owed -> assertThat(owed.type()).isEqualTo(MessageType.RELEASE));
    assertThat(Owed.by(after(braked, moved(10, false, false, false)), NOW))
        .hasValueSatisfying(owed -> assertThat(owed.scope()).isEqualTo(Scope.FULL));
    assertThat(Owed.by(after(fresh, moved(10, false, false, false)), NOW)).isPresent();
  }

  private static Told full(long version) {
    var told = told(version, NOW);
    return new Told(version, Scope.FULL, told.at(), told.leaseUntil(), told.content(), false);
  }

  private static Owned fresh(OwnerEvent event) {
    Owned silent = offered().with(Exchange.SILENT);
    return after(silent.with(silent.offer().with(OwnOffer.Signalled.NOTHING)), event);
  }

  @Test
  void liftedCaseIsSyncedAlsoToAPartnerThatHadBrakedIt() {
    Owned braked = after(owned(HandoverStatus.RELEASED), braked(true));
    Owned unheard = after(braked, moved(3, false, false, false));
    assertThat(unheard.braked()).as("the case does not know of it yet").isTrue();
    Owned frozen = after(unheard, heard(4, 1, true));
    Owned told = (Owned) delivered(frozen, MessageType.FREEZE, null);
    assertThat(Owed.by(told, NOW)).isEmpty();

    Owned lifted = after(told, heard(5, 1, false));

    assertThat(lifted.braked()).isFalse();
    assertThat(Owed.by(lifted, NOW).orElseThrow().type()).isEqualTo(MessageType.SYNC);
    Owned again = after(lifted, braked(true));
    assertThat(again.dialogue().brakes()).isEqualTo(new Brakes(2, true, true));
    assertThat(Owed.by(again, NOW)).isEmpty();
  }

  @Test
  @Proves(4)
  void liftThatCrossesABrakeDoesNotEndIt() {
    Owned frozen = after(after(owned(HandoverStatus.RELEASED), braked(true)), heard(4, 1, true));
    Owned told = (Owned) delivered(frozen, MessageType.FREEZE, null);
    Owned again = after(told, braked(true));

    Owned crossed = after(again, heard(5, 1, false));
    assertThat(crossed.braked()).isTrue();
    assertThat(Owed.by(crossed, NOW)).isEmpty();

    Owned answered = after(after(crossed, heard(6, 2, true)), heard(7, 2, false));
    assertThat(answered.braked()).isFalse();
    assertThat(Owed.by(answered, NOW).orElseThrow().type()).isEqualTo(MessageType.SYNC);
  }

  @Test
  void liftEndsABrakeAlsoWhenNoFreezeWasSeenBefore() {
    Owned braked = after(owned(HandoverStatus.RELEASED), braked(true));

    assertThat(after(braked, heard(5, 1, false)).braked()).isFalse();
  }

  @Test
  @Proves({4, 6, 7})
  void partnerFromWhomTheCaseIsKeptNowIsFrozenAtOnceAndCalledBackByAPerson() {
    Owned kept = after(owned(HandoverStatus.RELEASED), moved(9, false, false, true));

    assertThat(Owed.by(kept, NOW).orElseThrow().type()).isEqualTo(MessageType.FREEZE);
    assertThat(kept.open()).containsExactly(HandoverTask.RECALL_PARTNER);
    Owned frozen = (Owned) delivered(kept, MessageType.FREEZE, null);
    assertThat(Owed.by(frozen, NOW)).isEmpty();
    Owned ended = after(frozen, new OwnerEvent.CaseMoved(new OwnCase(10, false, true, false)));
    assertThat(Owed.by(ended, NOW).orElseThrow().type()).isEqualTo(MessageType.END);
    Owned recalled = after(frozen, new OwnerEvent.RecallIt(RecallReason.WITHDRAWN));
    assertThat(recalled.open()).isEmpty();
    assertThat(Owed.by(recalled, NOW).orElseThrow().type()).isEqualTo(MessageType.RECALL);

    Owned free = after(frozen, moved(10, false, false, false));
    assertThat(free.open()).isEmpty();
    assertThat(Owed.by(free, NOW).orElseThrow().type()).isEqualTo(MessageType.SYNC);
    Owned untold = fresh(moved(9, false, false, true));
    assertThat(Owed.by(untold, NOW)).isEmpty();
    assertThat(untold.open()).isEmpty();
  }

  private static OwnerEvent moved(long version, boolean frozen, boolean braked, boolean excluded) {
    return new OwnerEvent.CaseMoved(
        new OwnCase(version, frozen, false, false, braked, excluded, 0));
  }

  /** The case has heard of so many of the partner's brakes. */
  private static OwnerEvent heard(long version, long brakes, boolean frozen) {
    return new OwnerEvent.CaseMoved(
        new OwnCase(version, frozen, false, false, false, false, brakes));
  }
}
