package org.homeward.bridge.handovers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.homeward.bridge.handovers.HandoverDecision.becomes;
import static org.homeward.bridge.handovers.HandoverDecision.erases;
import static org.homeward.bridge.handovers.HandoverDecision.same;
import static org.homeward.bridge.handovers.HandoverDecision.stops;
import static org.homeward.bridge.handovers.OwnerDecisions.refused;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.bridge.handovers.HandoverDecision.Refusal;
import org.homeward.bridge.handovers.Owned.Waiting.Stage;
import org.homeward.bridge.handovers.dialogue.Told;
import org.homeward.bridge.handovers.dialogue.Withdrawal;
import org.homeward.schema.bridge.MessageOpener;
import org.homeward.schema.bridge.ReceiptProof;
import org.homeward.schema.bridge.bodies.Brake;
import org.homeward.schema.bridge.bodies.ErasureResult;
import org.homeward.schema.bridge.bodies.HolderReceipt;
import org.homeward.schema.bridge.bodies.PartnerAnswer;
import org.homeward.schema.bridge.bodies.Proposal;
import org.homeward.schema.bridge.bodies.ProposalKind;
import org.homeward.schema.disclosure.FromPartner;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.json.SaysCodec;
import org.homeward.schema.snapshots.HandedSighting;
import org.homeward.schema.snapshots.HandoverTask;
import org.jspecify.annotations.Nullable;

/** Applies the holder's messages to a handover of a case of this node. */
final class PartnerWordDecisions {

  /** All sightings travel in one snapshot. */
  private static final long MAX_SIGHTING_BYTES = 128 * 1024;

  private PartnerWordDecisions() {}

  static HandoverDecision<Owned> decide(Owned was, OwnerEvent.FromPartner word, Instant now) {
    return switch (word) {
      case OwnerEvent.Answered(OwnerEvent.Answering what, PartnerAnswer words) ->
          answered(was, what, words);
      case OwnerEvent.Sighted(HandedSighting sighting) -> sighted(was, sighting);
      case OwnerEvent.Proposed(Proposal words) -> proposed(was, words);
      case OwnerEvent.Braked(Brake words, boolean referenced) -> braked(was, words, referenced);
      case OwnerEvent.Receipted(HolderReceipt receipt, ReceiptProof proof) ->
          receipted(was, receipt, proof, now);
    };
  }

  /** A late answer, or one that crossed a recall, is accepted and changes nothing. */
  private static HandoverDecision<Owned> answered(
      Owned was, OwnerEvent.Answering what, PartnerAnswer words) {
    return switch (was) {
      case Owned.Waiting waiting -> answered(waiting, what, words);
      case Owned.Given given ->
          what == OwnerEvent.Answering.CHECKED && !given.checked()
              ? becomes(
                  given.withCheck().with(given.dialogue().atOnce()), ChangeType.HANDOVER_CHECKED)
              : same();
      case Owned.Ended _, Owned.Recalled _, Owned.Over _ -> same();
    };
  }

  private static HandoverDecision<Owned> answered(
      Owned.Waiting was, OwnerEvent.Answering what, PartnerAnswer words) {
    OwnOffer offer = was.offer().with(was.offer().heard().with(words));
    Dialogue heard =
        was.dialogue()
            .closed(HandoverTask.ACKNOWLEDGEMENT_OVERDUE, HandoverTask.ANSWER_OVERDUE)
            .atOnce();
    return switch (what) {
      case ACKNOWLEDGED -> acknowledged(was);
      case ACCEPTED ->
          becomes(new Owned.Accepted(heard, offer, false, null), ChangeType.HANDOVER_ACCEPTED);
      case REJECTED -> becomes(new Owned.Rejected(heard, offer), ChangeType.HANDOVER_REJECTED);
      case COUNTERED ->
          was.stage() == Stage.COUNTERED
              ? same()
              : becomes(
                  new Owned.Waiting(heard, offer, Stage.COUNTERED), ChangeType.HANDOVER_COUNTERED);
      case CHECKED -> same();
    };
  }

  private static HandoverDecision<Owned> acknowledged(Owned.Waiting was) {
    return was.stage() == Stage.NOT_YET
        ? becomes(
            new Owned.Waiting(
                was.dialogue().closed(HandoverTask.ACKNOWLEDGEMENT_OVERDUE),
                was.offer(),
                Stage.ACKNOWLEDGED),
            ChangeType.HANDOVER_ACKNOWLEDGED)
        : same();
  }

  private static HandoverDecision<Owned> sighted(Owned was, HandedSighting sighting) {
    OwnOffer offer = was.offer();
    boolean there = offer.sightings().stream().anyMatch(k -> k.id().equals(sighting.id()));
    if (there || offer.seen().erased()) {
      return same();
    }
    if (was instanceof Owned.Waiting || was instanceof Owned.Over) {
      return refused(was, Refusal.NOT_ACCEPTED);
    }
    if (!FromPartner.isForPartners(sighting.says())) {
      return refused(was, Refusal.NOT_FOR_PARTNERS); // upholds 6
    }
    boolean full = bytes(offer.sightings(), sighting) > MAX_SIGHTING_BYTES;
    full |= offer.sightings().size() >= HandedSighting.MOST; // upholds 2
    if (full) {
      return refused(was, Refusal.FULL);
    }
    return becomes(
        was.with(offer.and(sighting)).with(was.dialogue().opened(HandoverTask.READ_SIGHTING)),
        ChangeType.HANDOVER_SIGHTED);
  }

  private static long bytes(List<HandedSighting> sightings, HandedSighting more) {
    return Stream.concat(sightings.stream(), Stream.of(more))
        .mapToLong(seen -> SaysCodec.write(seen.told()).toString().getBytes(UTF_8).length)
        .sum();
  }

  private static HandoverDecision<Owned> proposed(Owned was, Proposal words) {
    if (words.what().is(ProposalKind.SIGHTING_WITHDRAWN) && words.sighting() != null) {
      return withdrawn(was, words, words.sighting());
    }
    if (!(was instanceof Owned.Live live)) {
      return same();
    }
    Owned heard = live.with(live.offer().with(live.offer().heard().with(words)));
    Dialogue dialogue = live.dialogue().opened(HandoverTask.READ_PROPOSAL);
    return words.what().is(ProposalKind.FOUND) && counts(live, false)
        ? stops(
            heard.with(dialogue.withBrake(false).atOnce()),
            ChangeType.HANDOVER_PROPOSED,
            ChangeType.HANDOVER_BRAKED)
        : becomes(heard.with(dialogue), ChangeType.HANDOVER_PROPOSED);
  }

  /** What its giver may have erased there does not stay here; a person reads that it is gone. */
  private static HandoverDecision<Owned> withdrawn(Owned was, Proposal words, String sighting) {
    OwnOffer offer = was.offer();
    boolean isHere =
        offer.sightings().stream()
            .anyMatch(each -> each.id().equals(sighting) && !each.withdrawn());
    if (!isHere) return same(); // upholds 2
    Dialogue dialogue =
        was instanceof Owned.Live
            ? was.dialogue().opened(HandoverTask.READ_PROPOSAL)
            : was.dialogue();
    return erases( // upholds 7
        was.with(offer.with(offer.heard().with(words)).without(sighting)).with(dialogue),
        ChangeType.HANDOVER_PROPOSED);
  }

  /** Each one counts anew: what people here decided of an earlier one does not answer it. */
  private static HandoverDecision<Owned> braked(Owned was, Brake words, boolean referenced) {
    if (!(was instanceof Owned.Live live)) {
      return same();
    }
    Owned heard = live.with(live.offer().with(live.offer().heard().with(words)));
    Dialogue dialogue = live.dialogue();
    return counts(live, referenced)
        ? stops(heard.with(dialogue.withBrake(referenced).atOnce()), ChangeType.HANDOVER_BRAKED)
        : stops(
            heard.with(dialogue.opened(HandoverTask.CALL_PARTNER)), ChangeType.HANDOVER_OVERDUE);
  }

  /**
   * Before a partner has accepted, its brake without a reference holds nothing; a person calls it.
   */
  private static boolean counts(Owned.Live was, boolean referenced) {
    return referenced || !(was instanceof Owned.Waiting);
  }

  private static HandoverDecision<Owned> receipted(
      Owned was, HolderReceipt receipt, ReceiptProof proof, Instant now) {
    if (was instanceof Owned.Rejected) {
      return same();
    }
    String named = receipt.recall();
    Withdrawal recall = was.recall();
    if (named != null && (recall == null || !named.equals(recall.hash()))) {
      return refused(was, Refusal.WRONG_RECALL);
    }
    if (was instanceof Owned.Closed closed) {
      return isBetter(closed.share().statement(), receipt)
          ? stops(stated(closed, closed.dialogue(), proof), ChangeType.HANDOVER_RECEIPTED)
          : same();
    }
    boolean asked = named != null || isLeaseOver(was, now);
    if (!asked) return unasked(was, receipt, now); // upholds 7
    Dialogue dialogue = was.dialogue().receipt(receipt.result().name(), now);
    return receipt.result() == ErasureResult.REFUSED
        ? stops(
            stated(was, dialogue.opened(HandoverTask.RECEIPT_OVERDUE), proof),
            ChangeType.HANDOVER_RECEIPTED)
        : erases(
            new Owned.Closed(
                dialogue.closed(HandoverTask.RECEIPT_OVERDUE, HandoverTask.CALL_PARTNER),
                was.offer(),
                recall,
                was.share().with(proof)),
            ChangeType.HANDOVER_RECEIPTED);
  }

  private static Owned stated(Owned was, Dialogue dialogue, ReceiptProof proof) {
    OwnOffer offer = was.offer();
    return switch (was) {
      case Owned.Accepted accepted ->
          new Owned.Accepted(dialogue, offer, accepted.checked(), proof);
      case Owned.Released released ->
          new Owned.Released(dialogue, offer, released.checked(), released.told(), proof);
      case Owned.Ended ended -> new Owned.Ended(dialogue, offer, ended.share().with(proof));
      case Owned.Recalled(var _, var _, Withdrawal recall, boolean given, Owned.Share share) ->
          new Owned.Recalled(dialogue, offer, recall, given, share.with(proof));
      case Owned.Closed closed ->
          new Owned.Closed(dialogue, offer, closed.recall(), closed.share().with(proof));
      case Owned.Waiting _, Owned.Rejected _ -> was.with(dialogue); // it has nothing to erase
    };
  }

  /** It ends nothing: a person has to ask what it means. */
  private static HandoverDecision<Owned> unasked(Owned was, HolderReceipt receipt, Instant now) {
    return stops(
        was.with(
            was.dialogue()
                .receipt(receipt.result() + "_UNASKED", now)
                .opened(HandoverTask.CALL_PARTNER)),
        ChangeType.HANDOVER_OVERDUE);
  }

  /** A stored receipt is never replaced, except by one that also names the recall. */
  private static boolean isBetter(@Nullable ReceiptProof before, HolderReceipt receipt) {
    return before != null
        && before.recall() == null
        && receipt.recall() != null
        && receipt.result() != ErasureResult.REFUSED;
  }

  /** On the holder's clock, which may be ahead of ours by as much as content's may. */
  private static boolean isLeaseOver(Owned was, Instant now) {
    Told told = was.mayKnow();
    return told != null && !now.plus(MessageOpener.SKEW).isBefore(told.leaseUntil());
  }
}
