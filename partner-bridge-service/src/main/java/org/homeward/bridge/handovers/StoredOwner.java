package org.homeward.bridge.handovers;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.homeward.bridge.handovers.dialogue.CaseSeen;
import org.homeward.bridge.handovers.dialogue.Clocks;
import org.homeward.bridge.handovers.dialogue.Dialogue;
import org.homeward.bridge.handovers.dialogue.Exchange;
import org.homeward.bridge.handovers.dialogue.HandoverWish;
import org.homeward.bridge.handovers.dialogue.Told;
import org.homeward.bridge.handovers.dialogue.VitalInterest;
import org.homeward.bridge.handovers.dialogue.Withdrawal;
import org.homeward.schema.bridge.Offer;
import org.homeward.schema.bridge.ReceiptProof;
import org.homeward.schema.facts.HandedSighting;
import org.homeward.schema.facts.HandoverStatus;
import org.homeward.schema.facts.HandoverTask;
import org.homeward.schema.facts.ReceiptLine;
import org.jspecify.annotations.Nullable;

/** A handover of the owner as it stands in the store: one shape for all states. */
record StoredOwner(
    String partner,
    String caseId,
    boolean exercise,
    HandoverStatus status,
    HandoverWish wish,
    @Nullable Offer offer,
    Clocks clocks,
    CaseSeen seen,
    boolean checked,
    boolean braked,
    @Nullable Told told,
    OwnOffer.@Nullable Signalled signalled,
    @Nullable Withdrawal recall,
    @Nullable VitalInterest vital,
    OwnOffer.@Nullable Heard heard,
    @Nullable List<HandedSighting> sightings,
    @Nullable List<HandoverTask> open,
    @Nullable List<ReceiptLine> receipts,
    @Nullable ReceiptProof proof,
    @Nullable Exchange exchange)
    implements StoredHandover {

  static StoredOwner of(Owned owned) {
    OwnOffer offer = owned.offer();
    Owned.Share share = owned.share();
    return new StoredOwner(
        owned.partner(),
        owned.caseId(),
        owned.exercise(),
        owned.status(),
        offer.wish(),
        offer.offer(),
        offer.clocks(),
        offer.seen(),
        share.checked(),
        owned.braked(),
        share.told(),
        offer.signalled(),
        owned.recall(),
        offer.vital(),
        offer.heard(),
        offer.sightings(),
        owned.open(),
        owned.receipts(),
        share.statement(),
        owned.exchange());
  }

  @Override
  public Owned state() {
    var dialogue =
        new Dialogue(
            partner,
            caseId,
            exercise,
            braked,
            requireNonNullElse(open, List.of()),
            requireNonNullElse(receipts, List.of()),
            requireNonNullElse(exchange, Exchange.SILENT));
    var made =
        new OwnOffer(
            wish,
            offer,
            clocks,
            seen,
            requireNonNullElse(signalled, OwnOffer.Signalled.NOTHING),
            vital,
            requireNonNullElse(heard, OwnOffer.Heard.NOTHING),
            requireNonNullElse(sightings, List.of()));
    var share = new Owned.Share(checked, told, proof);
    return switch (status) {
      case OFFERED -> new Owned.Waiting(dialogue, made, Owned.Waiting.Answered.NOT_YET);
      case ACKNOWLEDGED -> new Owned.Waiting(dialogue, made, Owned.Waiting.Answered.ACKNOWLEDGED);
      case COUNTERED -> new Owned.Waiting(dialogue, made, Owned.Waiting.Answered.COUNTERED);
      case ACCEPTED -> new Owned.Accepted(dialogue, made, checked, proof);
      case RELEASED ->
          new Owned.Released(dialogue, made, checked, requireNonNull(told, "told"), proof);
      case ENDED -> new Owned.Ended(dialogue, made, share);
      case REVOKED -> new Owned.Recalled(dialogue, made, recalled(), false, share);
      case RECALLED -> new Owned.Recalled(dialogue, made, recalled(), true, share);
      case REJECTED -> new Owned.Rejected(dialogue, made);
      case CLOSED -> new Owned.Closed(dialogue, made, recall, share);
    };
  }

  private Withdrawal recalled() {
    return requireNonNull(recall, "recall");
  }
}
