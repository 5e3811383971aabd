package org.homeward.bridge.handovers;

import static org.homeward.bridge.handovers.HandoverDecision.becomes;
import static org.homeward.bridge.handovers.HandoverDecision.erases;
import static org.homeward.bridge.handovers.HandoverDecision.same;
import static org.homeward.bridge.handovers.HandoverDecision.stops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.homeward.bridge.handovers.HandoverDecision.Becomes;
import org.homeward.bridge.handovers.HandoverDecision.Move;
import org.homeward.bridge.handovers.HandoverDecision.Refusal;
import org.homeward.bridge.handovers.OwnOffer.OwnCase;
import org.homeward.bridge.handovers.dialogue.Clocks;
import org.homeward.bridge.handovers.dialogue.InFlight;
import org.homeward.bridge.handovers.dialogue.Told;
import org.homeward.bridge.handovers.dialogue.VitalInterest;
import org.homeward.bridge.handovers.dialogue.Withdrawal;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.snapshots.HandoverTask;
import org.homeward.schema.snapshots.RecallReason;
import org.jspecify.annotations.Nullable;

/** Decides the owner's side of a handover. */
final class OwnerDecisions {

  private OwnerDecisions() {}

  static HandoverDecision<Owned> decide(Owned was, OwnerEvent event, Instant now) {
    return switch (event) {
      case OwnerEvent.RecallIt(RecallReason reason) -> recall(was, reason, now);
      case OwnerEvent.Renew() -> renew(was, now);
      case OwnerEvent.Justify justify -> justify(was, justify, now);
      case OwnerEvent.CaseMoved(OwnCase seen) -> moved(was, seen, now);
      case OwnerEvent.ClockRang() -> rang(was, now);
      case OwnerEvent.Recovered() -> recovered(was);
      case OwnerEvent.FromPartner word -> PartnerWordDecisions.decide(was, word, now);
    };
  }

  static HandoverDecision<Owned> refused(Owned was, Refusal why) {
    Set<Move> allowed =
        was instanceof Owned.Live ? EnumSet.of(Move.RECALL) : EnumSet.noneOf(Move.class);
    return new HandoverDecision.Refused<>(why, allowed);
  }

  private static HandoverDecision<Owned> recall(Owned was, RecallReason reason, Instant now) {
    return switch (was) {
      case Owned.Live live -> recalled(live, live.dialogue(), live.offer(), reason, now);
      case Owned.Recalled _ -> same();
      case Owned.Closed closed when closed.recall() != null -> same();
      case Owned.Closed _, Owned.Rejected _ -> refused(was, Refusal.HANDOVER_OVER);
    };
  }

  private static Becomes<Owned> recalled(
      Owned.Live was, Dialogue dialogue, OwnOffer offer, RecallReason reason, Instant now) {
    boolean given = was instanceof Owned.Given || was.share().told() != null;
    Withdrawal recall = Withdrawal.of(reason, now);
    Dialogue stopped =
        dialogue
            .closed(
                HandoverTask.ACKNOWLEDGEMENT_OVERDUE,
                HandoverTask.ANSWER_OVERDUE,
                HandoverTask.READ_SIGHTING,
                HandoverTask.READ_PROPOSAL,
                HandoverTask.RECALL_PARTNER)
            .atOnce();
    Owned next =
        was.isUntold()
            ? new Owned.Closed(stopped, offer, recall, was.share()) // nobody was told anything
            : new Owned.Recalled(stopped, offer, recall, given, was.share());
    return stops(next, given ? ChangeType.HANDOVER_RECALLED : ChangeType.HANDOVER_REVOKED);
  }

  /** A partner may have got what this copy knows as unsent, and its receipt may be lost. */
  private static HandoverDecision<Owned> recovered(Owned was) {
    OwnOffer.Signalled has = was.offer().signalled();
    boolean again =
        switch (was) {
          case Owned.Live live -> live.isUntold();
          case Owned.Recalled recalled ->
              recalled.share().statement() == null && (has.recall() || isOnItsWay(recalled));
          case Owned.Over _ -> false;
        };
    return again
        ? becomes(was.with(was.offer().with(has.withPerhaps())).with(was.dialogue().atOnce()))
        : same();
  }

  private static boolean isOnItsWay(Owned.Recalled was) {
    InFlight now = was.exchange().outgoing().inFlight();
    boolean recall = now != null && now.type() == MessageType.RECALL;
    return recall && !was.offer().signalled().perhaps();
  }

  /** A holder whose lease is over has erased; while the case is held, the renewal waits. */
  private static HandoverDecision<Owned> renew(Owned was, Instant now) {
    return switch (was) {
      case Owned.Released released when released.told().isOver(now) ->
          refused(was, Refusal.HANDOVER_OVER);
      case Owned.Released released when released.told().toRenew() -> same();
      case Owned.Released released ->
          becomes(released.with(released.told().forRenewal()).with(released.dialogue().atOnce()));
      case Owned.Accepted _ -> same();
      case Owned.Waiting _ -> refused(was, Refusal.NOT_ACCEPTED);
      case Owned.Ended _ -> refused(was, Refusal.CASE_ENDED);
      case Owned.Recalled _, Owned.Over _ -> refused(was, Refusal.HANDOVER_OVER);
    };
  }

  private static HandoverDecision<Owned> justify(Owned was, OwnerEvent.Justify word, Instant now) {
    if (!(was instanceof Owned.Live live)) {
      return refused(was, Refusal.HANDOVER_OVER);
    }
    VitalInterest before = live.offer().vital();
    return Justification.of(before, word.by(), word.justification(), word.reference(), now)
        .decision(
            vital -> live.with(live.offer().with(vital)).with(live.dialogue().atOnce()),
            why -> refused(was, why));
  }

  private static HandoverDecision<Owned> moved(Owned was, OwnCase seen, Instant now) {
    if (seen.version() <= was.offer().seen().version()) {
      return same();
    }
    OwnOffer offer = was.offer().with(seen);
    if (seen.erased()) {
      return erased(was, was.dialogue().withoutContent(), offer.erased(), now);
    }
    return switch (was) {
      case Owned.Live live -> moved(live, followed(live, seen).atOnce(), offer);
      case Owned.Recalled _, Owned.Over _ -> same();
    };
  }

  /** Nothing of the case stays here either. */
  private static HandoverDecision<Owned> erased(
      Owned was, Dialogue dialogue, OwnOffer offer, Instant now) {
    if (was instanceof Owned.Live live) {
      Becomes<Owned> recalled = recalled(live, dialogue, offer, RecallReason.ERASED, now);
      return new Becomes<>(recalled.next(), recalled.changes(), true, true);
    }
    return erases(was.with(offer).with(dialogue), ChangeType.HANDOVER_ERASED);
  }

  /**
   * A person has to recall a handover whose partner was told of a case that is now kept from it. A
   * brake is over once people here have ended the hold of a case that knew of it.
   */
  private static Dialogue followed(Owned.Live was, OwnCase seen) {
    Dialogue dialogue = was.dialogue();
    if (dialogue.braked() && !seen.isHeld()) {
      dialogue = dialogue.withBrakesOver(seen.brakes()); // upholds 4
    }
    return seen.excluded() && !was.isUntold()
        ? dialogue.opened(HandoverTask.RECALL_PARTNER)
        : dialogue.closed(HandoverTask.RECALL_PARTNER);
  }

  private static HandoverDecision<Owned> moved(Owned.Live was, Dialogue dialogue, OwnOffer offer) {
    OwnCase before = was.offer().seen();
    OwnCase seen = offer.seen();
    if (seen.ended() && !before.ended()) {
      Dialogue ended = dialogue.closed(HandoverTask.READ_SIGHTING, HandoverTask.READ_PROPOSAL);
      Owned next =
          was instanceof Owned.Given
              ? new Owned.Ended(ended, offer, was.share())
              : was.with(offer).with(ended);
      return stops(next, ChangeType.HANDOVER_ENDED);
    }
    Owned next = was.with(offer).with(dialogue);
    boolean stops = (seen.frozen() && !before.frozen()) || (seen.excluded() && !before.excluded());
    return stops ? stops(next, ChangeType.HANDOVER_FROZEN) : becomes(next);
  }

  private static HandoverDecision<Owned> rang(Owned was, Instant now) {
    if (was instanceof Owned.Live live && mustGiveUp(live, now)) {
      Dialogue gaveUp = live.dialogue().opened(HandoverTask.GAVE_UP);
      return recalled(live, gaveUp, live.offer(), RecallReason.WITHDRAWN, now)
          .and(ChangeType.HANDOVER_OVERDUE);
    }
    List<HandoverTask> late = new ArrayList<>(late(was, now));
    late.removeAll(was.open());
    if (late.isEmpty()) {
      return same();
    }
    Dialogue dialogue = was.dialogue();
    for (HandoverTask task : late) {
      dialogue = dialogue.opened(task);
    }
    return becomes(was.with(dialogue), ChangeType.HANDOVER_OVERDUE);
  }

  /** Nobody accepted in time, or no second person confirmed the vital interest. */
  private static boolean mustGiveUp(Owned.Live was, Instant now) {
    if (was instanceof Owned.Waiting && !now.isBefore(was.offer().clocks().stopBy())) {
      return true;
    }
    Told told = was.mayKnow();
    VitalInterest vital = was.offer().vital();
    return told != null && told.onVitalInterest() && vital != null && !vital.holds(now);
  }

  /** Tasks whose time has come, whether they are open or not. */
  private static List<HandoverTask> late(Owned was, Instant now) {
    List<HandoverTask> late = new ArrayList<>();
    if (was instanceof Owned.Waiting waiting && !was.offer().seen().ended()) {
      Clocks clocks = was.offer().clocks();
      if (waiting.stage() == Owned.Waiting.Stage.NOT_YET && !now.isBefore(clocks.acknowledgeBy())) {
        late.add(HandoverTask.ACKNOWLEDGEMENT_OVERDUE); // upholds 11
      }
      if (waiting.stage() != Owned.Waiting.Stage.COUNTERED && !now.isBefore(clocks.answerBy())) {
        late.add(HandoverTask.ANSWER_OVERDUE);
      }
    }
    Instant receiptBy = receiptBy(was);
    if (receiptBy != null && !now.isBefore(receiptBy)) {
      late.add(HandoverTask.RECEIPT_OVERDUE);
    }
    return late;
  }

  /** When the partner's statement is due; null when none is. */
  static @Nullable Instant receiptBy(Owned was) {
    if (was instanceof Owned.Over || was.share().statement() != null) {
      return null;
    }
    if (was instanceof Owned.Recalled recalled) {
      return recalled.recall().at().plus(Clocks.RECEIPT);
    }
    Told told = was.mayKnow();
    return told == null ? null : told.leaseUntil().plus(Clocks.RECEIPT);
  }
}
