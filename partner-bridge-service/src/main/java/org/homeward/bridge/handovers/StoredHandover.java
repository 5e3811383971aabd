package org.homeward.bridge.handovers;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.homeward.bridge.handovers.Dialogue.Brakes;
import org.homeward.bridge.handovers.Held.Withdrawn;
import org.homeward.bridge.handovers.OwnOffer.HandoverWish;
import org.homeward.bridge.handovers.OwnOffer.OwnCase;
import org.homeward.bridge.handovers.dialogue.Clocks;
import org.homeward.bridge.handovers.dialogue.Exchange;
import org.homeward.bridge.handovers.dialogue.Told;
import org.homeward.bridge.handovers.dialogue.VitalInterest;
import org.homeward.bridge.handovers.dialogue.Withdrawal;
import org.homeward.schema.bridge.ReceiptProof;
import org.homeward.schema.bridge.bodies.Offer;
import org.homeward.schema.snapshots.HandedCase;
import org.homeward.schema.snapshots.HandedSighting;
import org.homeward.schema.snapshots.HandoverBrake;
import org.homeward.schema.snapshots.HandoverStatus;
import org.homeward.schema.snapshots.HandoverTask;
import org.homeward.schema.snapshots.ReceiptLine;
import org.jspecify.annotations.Nullable;

/** How handovers stand in the store; a state that has no use for a field leaves it out. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "role")
@JsonSubTypes({
  @JsonSubTypes.Type(value = StoredHandover.Owner.class, name = "OWNER"),
  @JsonSubTypes.Type(value = StoredHandover.Holder.class, name = StoredHandover.HOLDER)
})
sealed interface StoredHandover {

  String HOLDER = "HOLDER";

  static StoredHandover of(Handover handover) {
    return switch (handover) {
      case Owned owned -> Owner.of(owned);
      case Held held -> Holder.of(held);
    };
  }

  Handover state();

  /** An empty list, and an exchange without messages, stand nowhere. */
  private static Dialogue dialogue(
      String partner,
      String caseId,
      boolean exercise,
      Brakes brakes,
      @Nullable List<HandoverTask> open,
      @Nullable List<ReceiptLine> receipts,
      @Nullable Exchange exchange) {
    return new Dialogue(
        partner,
        caseId,
        exercise,
        brakes,
        requireNonNullElse(open, List.of()),
        requireNonNullElse(receipts, List.of()),
        requireNonNullElse(exchange, Exchange.SILENT));
  }

  /** A handover of the owner as it stands in the store: one shape for all states. */
  record Owner(
      String partner,
      String caseId,
      boolean exercise,
      HandoverStatus status,
      HandoverWish wish,
      @Nullable Offer offer,
      Clocks clocks,
      OwnCase seen,
      boolean checked,
      boolean braked,
      @Nullable HandoverBrake brake,
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

    static Owner of(Owned owned) {
      OwnOffer offer = owned.offer();
      Owned.Share share = owned.share();
      return new Owner(
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
          owned.dialogue().brakes().told(),
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
      Dialogue dialogue =
          dialogue(
              partner, caseId, exercise, Brakes.stored(braked, brake), open, receipts, exchange);
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
        case OFFERED -> new Owned.Waiting(dialogue, made, Owned.Waiting.Stage.NOT_YET);
        case ACKNOWLEDGED -> new Owned.Waiting(dialogue, made, Owned.Waiting.Stage.ACKNOWLEDGED);
        case COUNTERED -> new Owned.Waiting(dialogue, made, Owned.Waiting.Stage.COUNTERED);
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

  /**
   * A handover of the holder as it stands in the store: one shape for all states.
   *
   * @param known the rest of this node has been told of the case
   */
  record Holder(
      String partner,
      String caseId,
      boolean exercise,
      HandoverStatus status,
      @Nullable Offer offer,
      @Nullable Instant leaseUntil,
      @Nullable HandedCase content,
      boolean known,
      boolean frozen,
      boolean checked,
      boolean braked,
      @Nullable HandoverBrake brake,
      @Nullable Withdrawal recall,
      Held.@Nullable Erased erased,
      boolean receiptTold,
      @Nullable VitalInterest vital,
      @Nullable List<HandoverTask> open,
      @Nullable List<ReceiptLine> receipts,
      @Nullable Exchange exchange)
      implements StoredHandover {

    static Holder of(Held held) {
      Offer offer = held instanceof Held.Live live ? live.offer().offer() : null;
      Withdrawn gone = held instanceof Withdrawn withdrawn ? withdrawn : null;
      Held.Shown shown = held.shown();
      return new Holder(
          held.partner(),
          held.caseId(),
          held.exercise(),
          held.status(),
          offer,
          shown.leaseUntil(),
          held.content(),
          held.isKnown(),
          shown.frozen(),
          shown.checked(),
          held.braked(),
          held.dialogue().brakes().told(),
          held.recall(),
          gone == null ? null : gone.erased(),
          gone != null && gone.isReceiptTold(),
          shown.vital(),
          held.open(),
          held.receipts(),
          held.exchange());
    }

    @Override
    public Held state() {
      Dialogue dialogue =
          dialogue(
              partner, caseId, exercise, Brakes.stored(braked, brake), open, receipts, exchange);
      var shown = new Held.Shown(leaseUntil, frozen, checked, vital);
      return switch (status) {
        case OFFERED -> new Held.Waiting(dialogue, taken(), Held.Waiting.Stage.NOT_YET);
        case ACKNOWLEDGED -> new Held.Waiting(dialogue, taken(), Held.Waiting.Stage.ACKNOWLEDGED);
        case COUNTERED -> new Held.Waiting(dialogue, taken(), Held.Waiting.Stage.COUNTERED);
        case ACCEPTED -> new Held.Accepted(dialogue, taken());
        case RELEASED ->
            new Held.Released(dialogue, taken(), requireNonNull(lent(), "content"), checked);
        case ENDED -> new Held.Ended(dialogue, taken(), lent(), checked);
        case REJECTED -> new Held.Rejected(dialogue, shown);
        case REVOKED ->
            recall == null
                ? new Held.Missed(dialogue)
                : new Withdrawn.Revoked(dialogue, recall, gone(), receiptTold, shown);
        case RECALLED ->
            new Withdrawn.Recalled(dialogue, requireNonNull(recall, "recall"), erased, shown);
        case CLOSED ->
            new Withdrawn.Closed(
                dialogue, requireNonNull(recall, "recall"), gone(), receiptTold, shown);
      };
    }

    private PartnerOffer taken() {
      return new PartnerOffer(requireNonNull(offer, "offer"), frozen, vital);
    }

    private Held.@Nullable Lent lent() {
      return content == null || leaseUntil == null ? null : new Held.Lent(content, leaseUntil);
    }

    private Held.Erased gone() {
      return requireNonNull(erased, "erased");
    }
  }
}
