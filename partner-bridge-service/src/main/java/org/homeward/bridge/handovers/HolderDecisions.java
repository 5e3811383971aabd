package org.homeward.bridge.handovers;

import static org.homeward.bridge.handovers.HandoverDecision.becomes;
import static org.homeward.bridge.handovers.HandoverDecision.erases;
import static org.homeward.bridge.handovers.HandoverDecision.same;
import static org.homeward.bridge.handovers.HandoverDecision.stops;

import java.time.Instant;
import java.util.List;
import org.homeward.bridge.handovers.HandoverDecision.Refusal;
import org.homeward.bridge.handovers.Held.Withdrawn;
import org.homeward.bridge.handovers.dialogue.Clocks;
import org.homeward.bridge.handovers.dialogue.VitalInterest;
import org.homeward.bridge.handovers.dialogue.Withdrawal;
import org.homeward.schema.bridge.bodies.Offer;
import org.homeward.schema.disclosure.Exclusion;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.facts.Scope;
import org.homeward.schema.snapshots.HandedCase;
import org.homeward.schema.snapshots.HandoverTask;
import org.homeward.schema.snapshots.RecallReason;
import org.jspecify.annotations.Nullable;

/** Decides the holder's side of a handover. */
final class HolderDecisions {

  private HolderDecisions() {}

  static HandoverDecision<Held> decide(Held was, HolderEvent event, Instant now) {
    return switch (event) {
      case HolderEvent.Offered(Offer offer) -> offered(was, offer);
      case HolderEvent.Say(var reply) -> HolderWordDecisions.decide(was, reply);
      case HolderEvent.Justify justify -> justify(was, justify, now);
      case HolderEvent.Given given -> given(was, given, now);
      case HolderEvent.Frozen() -> frozen(was);
      case HolderEvent.Ended() -> ended(was);
      case HolderEvent.Recalled(RecallReason reason, String hash) ->
          recalled(was, new Withdrawal(reason, now, hash, null), now);
      case HolderEvent.CopiesErased(Held.Erased what) -> copiesErased(was, what);
      case HolderEvent.ClockRang() -> rang(was, now);
    };
  }

  static HandoverDecision<Held> refused(Held was, Refusal why) {
    return new HandoverDecision.Refused<>(why, HolderWordDecisions.allowed(was));
  }

  /** Only where nothing has been offered yet. */
  private static HandoverDecision<Held> offered(Held was, @Nullable Offer offer) {
    if (!(was instanceof Held.Missed)) {
      return refused(was, Refusal.ANSWERED_BEFORE);
    }
    return offer == null
        ? same()
        : becomes(waiting(was.dialogue(), offer), ChangeType.HANDOVER_OFFERED);
  }

  static Held waiting(Dialogue dialogue, Offer offer) {
    return new Held.Waiting(
        dialogue, new PartnerOffer(offer, false, null), Held.Waiting.Stage.NOT_YET);
  }

  private static HandoverDecision<Held> justify(Held was, HolderEvent.Justify word, Instant now) {
    if (!(was instanceof Held.Live live)) {
      return refused(was, Refusal.HANDOVER_OVER);
    }
    VitalInterest before = live.offer().vital();
    return Justification.of(before, word.by(), word.justification(), word.reference(), now)
        .decision(
            vital -> live.with(live.offer().with(vital)).with(live.dialogue().atOnce()),
            why -> refused(was, why));
  }

  private static HandoverDecision<Held> given(Held was, HolderEvent.Given given, Instant now) {
    return switch (was) {
      case Held.Waiting _ -> refused(was, Refusal.NOT_ACCEPTED);
      case Held.Ended _ -> refused(was, Refusal.CASE_ENDED);
      case Held.Accepted accepted -> given(accepted, null, given, now);
      case Held.Released released -> given(released, released.lent().content(), given, now);
      case Held.Missed _, Held.Rejected _, Withdrawn _ -> refused(was, Refusal.HANDOVER_OVER);
    };
  }

  private static HandoverDecision<Held> given(
      Held.Live was, @Nullable HandedCase before, HolderEvent.Given given, Instant now) {
    HandedCase content = given.content();
    Refusal against = ContentRules.against(given, was.checked(), now).orElse(null);
    if (against != null) {
      return refused(was, against);
    }
    if (before != null && isOlder(content, before)) {
      return same();
    }
    boolean namesPersons = content.notTo().stream().anyMatch(Exclusion::isPerson);
    Dialogue dialogue =
        namesPersons ? was.dialogue().opened(HandoverTask.PERSONS_NAMED) : was.dialogue();
    return becomes(
        new Held.Released(
            dialogue,
            was.offer().withFreeze(false),
            new Held.Lent(content, given.leaseUntil()),
            was.checked()),
        before == null ? ChangeType.HANDOVER_RELEASED : ChangeType.HANDOVER_SYNCED);
  }

  private static boolean isOlder(HandedCase content, HandedCase held) {
    return content.caseVersion() < held.caseVersion()
        || (content.caseVersion() == held.caseVersion()
            && held.scope() == Scope.FULL
            && content.scope() == Scope.MINIMUM);
  }

  private static HandoverDecision<Held> frozen(Held was) {
    return was instanceof Held.Live live && !live.offer().frozen()
        ? stops(live.with(live.offer().withFreeze(true)), ChangeType.HANDOVER_FROZEN)
        : same();
  }

  private static HandoverDecision<Held> ended(Held was) {
    return switch (was) {
      case Held.Ended _, Held.Missed _, Held.Rejected _, Withdrawn _ -> same();
      case Held.Live live ->
          stops(
              new Held.Ended(live.dialogue(), live.offer(), ended(live.lent()), live.checked()),
              ChangeType.HANDOVER_ENDED);
    };
  }

  private static Held.@Nullable Lent ended(Held.@Nullable Lent lent) {
    if (lent == null) {
      return null;
    }
    HandedCase held = lent.content();
    return new Held.Lent(
        new HandedCase(
            held.scope(), held.children(), held.facts(), held.caseVersion(), true, held.notTo()),
        lent.until());
  }

  /** Everything of the case leaves this document now; the rest of the node follows its event. */
  private static HandoverDecision<Held> recalled(Held was, Withdrawal recall, Instant now) {
    Dialogue dialogue = was.dialogue().withoutContent();
    if (was instanceof Withdrawn before) {
      String hash = before.recall().hash();
      return hash != null && hash.equals(recall.hash())
          ? same()
          : stops(before.with(recall).with(dialogue));
    }
    if (was.isKnown()) {
      return erases(
          new Withdrawn.Recalled(dialogue, recall, null, was.shown()),
          ChangeType.HANDOVER_RECALLED);
    }
    var nothing = new Held.Erased(now, List.of(), null);
    return erases(
        new Withdrawn.Revoked(dialogue, recall, nothing, false, was.shown()),
        ChangeType.HANDOVER_REVOKED);
  }

  private static HandoverDecision<Held> copiesErased(Held was, Held.Erased what) {
    return was instanceof Withdrawn.Recalled recalled && recalled.erased() == null
        ? stops(
            recalled.with(what).with(was.dialogue().closed(HandoverTask.RECEIPT_OVERDUE).atOnce()))
        : same();
  }

  private static HandoverDecision<Held> rang(Held was, Instant now) {
    Held.Lent lent = was instanceof Held.Live live ? live.lent() : null;
    if (lent != null && !now.isBefore(lent.until())) {
      return recalled(was, Withdrawal.of(RecallReason.LEASE, now), now); // upholds 7
    }
    Instant by = erasedBy(was);
    return by == null || now.isBefore(by) || was.open().contains(HandoverTask.RECEIPT_OVERDUE)
        ? same()
        : becomes(
            was.with(was.dialogue().opened(HandoverTask.RECEIPT_OVERDUE)),
            ChangeType.HANDOVER_OVERDUE);
  }

  /** When this node's copies should be gone; null when nothing is awaited. */
  static @Nullable Instant erasedBy(Held was) {
    return was instanceof Withdrawn.Recalled recalled && recalled.erased() == null
        ? recalled.recall().at().plus(Clocks.RECEIPT)
        : null;
  }
}
