package org.homeward.bridge.handovers;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.homeward.bridge.handovers.OwnerEvent.Answering;
import org.homeward.bridge.handovers.dialogue.ChildIds;
import org.homeward.bridge.handovers.dialogue.Exchange;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.bridge.Arrival;
import org.homeward.schema.bridge.Cause;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.bridge.ReceiptProof;
import org.homeward.schema.bridge.ReceiptResult;
import org.homeward.schema.bridge.SignedMessage;
import org.homeward.schema.bridge.bodies.Body;
import org.homeward.schema.bridge.bodies.Brake;
import org.homeward.schema.bridge.bodies.End;
import org.homeward.schema.bridge.bodies.Freeze;
import org.homeward.schema.bridge.bodies.HolderReceipt;
import org.homeward.schema.bridge.bodies.Offer;
import org.homeward.schema.bridge.bodies.PartnerAnswer;
import org.homeward.schema.bridge.bodies.Proposal;
import org.homeward.schema.bridge.bodies.Recall;
import org.homeward.schema.bridge.bodies.Release;
import org.homeward.schema.bridge.bodies.Sighting;
import org.homeward.schema.bridge.bodies.Sync;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.HandedSighting;
import org.homeward.schema.snapshots.HandoverStatus;
import org.jspecify.annotations.Nullable;

/** Applies a partner's message to its handover. */
public final class HearPartner {

  private static final int MAX_OPEN_OFFERS = 200;

  private final GuardedDocuments<Handover> handovers;
  private final GuardedDocuments<CaseCopy> copies;
  private final DerivedIds ids;
  private final ChildIds childIds;
  private final Set<String> here;
  private final Clock clock;

  /**
   * @param here how {@code notTo} would name this node
   */
  HearPartner(
      GuardedDocuments<Handover> handovers,
      GuardedDocuments<CaseCopy> copies,
      DerivedIds ids,
      ChildIds childIds,
      Set<String> here,
      Clock clock) {
    this.handovers = handovers;
    this.copies = copies;
    this.ids = ids;
    this.childIds = childIds;
    this.here = Set.copyOf(here);
    this.clock = clock;
  }

  /**
   * The receipt's result, and the next state of the handover.
   *
   * @param becomes null when it stays
   */
  public record HandoverHeard(
      ReceiptResult result,
      @Nullable Cause cause,
      HandoverDecision.@Nullable Becomes<? extends Handover> becomes) {

    public static HandoverHeard refused(Cause cause) {
      return new HandoverHeard(ReceiptResult.REFUSED, cause, null);
    }

    static <H extends Handover> HandoverHeard of(HandoverDecision<H> decided) {
      return switch (decided) {
        case HandoverDecision.Becomes<H> becomes ->
            new HandoverHeard(ReceiptResult.RECEIVED, null, becomes);
        case HandoverDecision.Same<H> _ -> new HandoverHeard(ReceiptResult.RECEIVED, null, null);
        case HandoverDecision.Refused(HandoverDecision.Refusal why, var _) -> refused(cause(why));
      };
    }

    private static Cause cause(HandoverDecision.Refusal why) {
      return switch (why) {
        case FULL -> Cause.TOO_MANY;
        case NOT_CHECKED -> Cause.NOT_CHECKED;
        case NOT_FOR_PARTNERS -> Cause.NOT_FOR_PARTNERS;
        case LEASE_TOO_LONG -> Cause.LEASE_TOO_LONG;
        case KEPT_FROM_RECEIVER -> Cause.KEPT_FROM_RECEIVER;
        case NOT_THE_OWNER,
            NOT_THE_HOLDER,
            HANDOVER_OVER,
            ANSWERED_BEFORE,
            NOT_ACCEPTED,
            NOTHING_RELEASED,
            NOBODY_SAID_FOUND,
            CASE_ENDED,
            SECOND_PERSON_REQUIRED,
            WRONG_RECALL ->
            Cause.NOT_NOW;
      };
    }
  }

  /** One partner cannot fill this node with offers. */
  public boolean takesMoreOffers(String partner) {
    return unanswered(partner, HandoverStatus.OFFERED)
            + unanswered(partner, HandoverStatus.ACKNOWLEDGED)
        < MAX_OPEN_OFFERS;
  }

  private long unanswered(String partner, HandoverStatus status) {
    return handovers.count(
        Map.of("partner", partner, "status", status.name(), "role", StoredHandover.HOLDER));
  }

  /** A handover begins here; the case of a partner has an id of this node. */
  public HandoverDecision.Becomes<? extends Handover> offered(
      String handover, Arrival.Taken taken, Exchange exchange) {
    var dialogue =
        Dialogue.begun(
                taken.partner().node(),
                ids.of("case", handover, 0),
                taken.message().status().isExercise())
            .with(exchange);
    Held begun =
        taken.said() instanceof Offer offer
            ? HolderDecisions.waiting(dialogue, offer)
            : new Held.Missed(dialogue); // it was void before it came
    return HandoverDecision.stops(
        begun,
        begun instanceof Held.Missed ? ChangeType.HANDOVER_REVOKED : ChangeType.HANDOVER_OFFERED);
  }

  public HandoverHeard hear(String id, Handover state, Arrival.Taken taken) {
    Body said = taken.said();
    if (said == null) {
      return new HandoverHeard(ReceiptResult.SUPERSEDED, null, null);
    }
    Instant now = clock.instant();
    return switch (state) {
      case Owned owned ->
          HandoverHeard.of(OwnerDecisions.decide(owned, byHolder(id, owned, taken, said), now));
      case Held held -> HandoverHeard.of(HolderDecisions.decide(held, byOwner(taken, said), now));
    };
  }

  private HolderEvent byOwner(Arrival.Taken taken, Body said) {
    return switch (said) {
      case Offer offer -> new HolderEvent.Offered(offer);
      case Release(var content, Instant until) -> new HolderEvent.Given(content, until, here);
      case Sync(var content, Instant until) -> new HolderEvent.Given(content, until, here);
      case Freeze _ -> new HolderEvent.Frozen();
      case End _ -> new HolderEvent.Ended();
      case Recall recall ->
          new HolderEvent.Recalled(recall.reason().value(), taken.signed().hash());
      case PartnerAnswer _, Sighting _, Proposal _, Brake _, HolderReceipt _ ->
          throw new IllegalStateException("its side was looked at");
    };
  }

  private OwnerEvent byHolder(String id, Owned owned, Arrival.Taken taken, Body said) {
    return switch (said) {
      case PartnerAnswer words -> new OwnerEvent.Answered(answering(taken.message().type()), words);
      case Sighting(HandedSighting sighting) ->
          new OwnerEvent.Sighted(
              new HandedSighting(
                  sighting.id(),
                  sighting.at(),
                  childIds.here(id, sighting.says(), children(owned)),
                  sighting.seen()));
      case Proposal words -> new OwnerEvent.Proposed(words);
      case Brake words ->
          new OwnerEvent.Braked(words, words.policeReference() != null || taken.isBare());
      case HolderReceipt receipt -> new OwnerEvent.Receipted(receipt, proof(owned, taken, receipt));
      case Offer _, Release _, Sync _, Freeze _, End _, Recall _ ->
          throw new IllegalStateException("its side was looked at");
    };
  }

  private Collection<String> children(Owned owned) {
    return copies
        .find(owned.caseId())
        .map(
            copy ->
                copy.state() instanceof CaseCopy.Known(CaseSnapshot now)
                    ? now.children().keySet()
                    : Set.<String>of())
        .orElse(Set.of());
  }

  private static ReceiptProof proof(Owned owned, Arrival.Taken taken, HolderReceipt receipt) {
    byte[] body = Objects.requireNonNullElse(taken.body(), new byte[0]);
    var recall = owned.recall();
    String jws = receipt.recall() == null || recall == null ? null : recall.jws();
    return ReceiptProof.of(taken.signed(), body, jws == null ? null : SignedMessage.stored(jws));
  }

  private static Answering answering(MessageType type) {
    return switch (type) {
      case ACKNOWLEDGED -> Answering.ACKNOWLEDGED;
      case ACCEPTED -> Answering.ACCEPTED;
      case REJECTED -> Answering.REJECTED;
      case COUNTERED -> Answering.COUNTERED;
      case CHECKED -> Answering.CHECKED;
      case OFFER, RELEASE, SYNC, FREEZE, END, RECALL, SIGHTING, PROPOSAL, BRAKE, RECEIPT ->
          throw new IllegalArgumentException(type + " is no answer");
    };
  }
}
