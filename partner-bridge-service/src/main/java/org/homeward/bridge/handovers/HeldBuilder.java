package org.homeward.bridge.handovers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.homeward.schema.bridge.Offer;
import org.homeward.schema.facts.HandedCase;
import org.homeward.schema.facts.HandoverStatus;
import org.homeward.schema.facts.HandoverTask;
import org.homeward.schema.facts.ReceiptLine;
import org.jspecify.annotations.Nullable;

/** Makes the next {@link Held} of one, field by field. */
final class HeldBuilder {

  private String partner;
  private String caseId;
  private boolean exercise;
  private HandoverStatus status;
  private @Nullable Offer offer;
  private @Nullable Instant leaseUntil;
  private @Nullable HandedCase content;
  private boolean known;
  private boolean frozen;
  private boolean checked;
  private boolean braked;
  private @Nullable Withdrawal recall;
  private Held.@Nullable Erased erased;
  private boolean receiptTold;
  private @Nullable VitalInterest vital;
  private List<HandoverTask> open;
  private List<ReceiptLine> receipts;
  private Exchange exchange;

  HeldBuilder(Held from) {
    partner = from.partner();
    caseId = from.caseId();
    exercise = from.exercise();
    status = from.status();
    offer = from.offer();
    leaseUntil = from.leaseUntil();
    content = from.content();
    known = from.known();
    frozen = from.frozen();
    checked = from.checked();
    braked = from.braked();
    recall = from.recall();
    erased = from.erased();
    receiptTold = from.receiptTold();
    vital = from.vital();
    open = from.open();
    receipts = from.receipts();
    exchange = from.exchange();
  }

  HeldBuilder status(HandoverStatus next) {
    status = next;
    return this;
  }

  HeldBuilder offer(@Nullable Offer next) {
    offer = next;
    return this;
  }

  HeldBuilder leaseUntil(@Nullable Instant next) {
    leaseUntil = next;
    return this;
  }

  HeldBuilder content(@Nullable HandedCase next) {
    content = next;
    return this;
  }

  HeldBuilder known(boolean next) {
    known = next;
    return this;
  }

  HeldBuilder frozen(boolean next) {
    frozen = next;
    return this;
  }

  HeldBuilder checked(boolean next) {
    checked = next;
    return this;
  }

  HeldBuilder braked(boolean next) {
    braked = next;
    return this;
  }

  HeldBuilder recall(@Nullable Withdrawal next) {
    recall = next;
    return this;
  }

  HeldBuilder erased(Held.@Nullable Erased next) {
    erased = next;
    return this;
  }

  HeldBuilder receiptTold(boolean next) {
    receiptTold = next;
    return this;
  }

  HeldBuilder vital(@Nullable VitalInterest next) {
    vital = next;
    return this;
  }

  HeldBuilder exchange(Exchange next) {
    exchange = next;
    return this;
  }

  HeldBuilder opened(HandoverTask task) {
    List<HandoverTask> all = new ArrayList<>(open);
    if (!all.contains(task)) {
      all.add(task);
    }
    open = all;
    return this;
  }

  HeldBuilder closed(HandoverTask... tasks) {
    List<HandoverTask> left = new ArrayList<>(open);
    left.removeAll(List.of(tasks));
    open = left;
    return this;
  }

  /** The newest lines are kept. */
  HeldBuilder receipt(String code, Instant at) {
    List<ReceiptLine> all = new ArrayList<>(receipts);
    all.add(new ReceiptLine(code, at));
    receipts = all.subList(Math.max(0, all.size() - Handover.MAX_RECEIPT_LINES), all.size());
    return this;
  }

  Held build() {
    return new Held(
        partner,
        caseId,
        exercise,
        status,
        offer,
        leaseUntil,
        content,
        known,
        frozen,
        checked,
        braked,
        recall,
        erased,
        receiptTold,
        vital,
        open,
        receipts,
        exchange);
  }
}
