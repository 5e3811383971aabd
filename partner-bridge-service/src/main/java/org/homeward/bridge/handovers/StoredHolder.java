package org.homeward.bridge.handovers;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.List;
import org.homeward.bridge.handovers.dialogue.Dialogue;
import org.homeward.bridge.handovers.dialogue.Exchange;
import org.homeward.bridge.handovers.dialogue.VitalInterest;
import org.homeward.bridge.handovers.dialogue.Withdrawal;
import org.homeward.schema.bridge.Offer;
import org.homeward.schema.facts.HandedCase;
import org.homeward.schema.facts.HandoverStatus;
import org.homeward.schema.facts.HandoverTask;
import org.homeward.schema.facts.ReceiptLine;
import org.jspecify.annotations.Nullable;

/**
 * A handover of the holder as it stands in the store: one shape for all states.
 *
 * @param known the rest of this node has been told of the case
 */
record StoredHolder(
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
    @Nullable Withdrawal recall,
    Held.@Nullable Erased erased,
    boolean receiptTold,
    @Nullable VitalInterest vital,
    @Nullable List<HandoverTask> open,
    @Nullable List<ReceiptLine> receipts,
    @Nullable Exchange exchange)
    implements StoredHandover {

  static StoredHolder of(Held held) {
    Offer offer = held instanceof Held.Live live ? live.offer().offer() : null;
    Withdrawn gone = held instanceof Withdrawn withdrawn ? withdrawn : null;
    Held.Shown shown = held.shown();
    return new StoredHolder(
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
    var dialogue =
        new Dialogue(
            partner,
            caseId,
            exercise,
            braked,
            requireNonNullElse(open, List.of()),
            requireNonNullElse(receipts, List.of()),
            requireNonNullElse(exchange, Exchange.SILENT));
    var shown = new Held.Shown(leaseUntil, frozen, checked, vital);
    return switch (status) {
      case OFFERED -> new Held.Waiting(dialogue, taken(), Held.Waiting.Answered.NOT_YET);
      case ACKNOWLEDGED -> new Held.Waiting(dialogue, taken(), Held.Waiting.Answered.ACKNOWLEDGED);
      case COUNTERED -> new Held.Waiting(dialogue, taken(), Held.Waiting.Answered.COUNTERED);
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
