package org.homeward.bridge.handovers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.homeward.schema.bridge.Offer;
import org.homeward.schema.bridge.ReceiptProof;
import org.homeward.schema.facts.HandedSighting;
import org.homeward.schema.facts.HandoverStatus;
import org.homeward.schema.facts.HandoverTask;
import org.homeward.schema.facts.ReceiptLine;
import org.jspecify.annotations.Nullable;

/** Makes the next {@link Owned} of one, field by field. */
final class OwnedBuilder {

  private String partner;
  private String caseId;
  private boolean exercise;
  private HandoverStatus status;
  private Wish wish;
  private @Nullable Offer offer;
  private Clocks clocks;
  private CaseSeen seen;
  private boolean checked;
  private boolean braked;
  private @Nullable Told told;
  private Owned.Signalled signalled;
  private @Nullable Withdrawal recall;
  private @Nullable VitalInterest vital;
  private Owned.Heard heard;
  private List<HandedSighting> sightings;
  private List<HandoverTask> open;
  private List<ReceiptLine> receipts;
  private @Nullable ReceiptProof proof;
  private Exchange exchange;

  OwnedBuilder(Owned from) {
    partner = from.partner();
    caseId = from.caseId();
    exercise = from.exercise();
    status = from.status();
    wish = from.wish();
    offer = from.offer();
    clocks = from.clocks();
    seen = from.seen();
    checked = from.checked();
    braked = from.braked();
    told = from.told();
    signalled = from.signalled();
    recall = from.recall();
    vital = from.vital();
    heard = from.heard();
    sightings = from.sightings();
    open = from.open();
    receipts = from.receipts();
    proof = from.proof();
    exchange = from.exchange();
  }

  OwnedBuilder status(HandoverStatus next) {
    status = next;
    return this;
  }

  OwnedBuilder offer(@Nullable Offer next) {
    offer = next;
    return this;
  }

  OwnedBuilder seen(CaseSeen next) {
    seen = next;
    return this;
  }

  OwnedBuilder checked(boolean next) {
    checked = next;
    return this;
  }

  OwnedBuilder braked(boolean next) {
    braked = next;
    return this;
  }

  OwnedBuilder told(@Nullable Told next) {
    told = next;
    return this;
  }

  OwnedBuilder signalled(Owned.Signalled next) {
    signalled = next;
    return this;
  }

  OwnedBuilder recall(@Nullable Withdrawal next) {
    recall = next;
    return this;
  }

  OwnedBuilder vital(@Nullable VitalInterest next) {
    vital = next;
    return this;
  }

  OwnedBuilder heard(Owned.Heard next) {
    heard = next;
    return this;
  }

  OwnedBuilder sightings(List<HandedSighting> next) {
    sightings = next;
    return this;
  }

  OwnedBuilder proof(@Nullable ReceiptProof next) {
    proof = next;
    return this;
  }

  OwnedBuilder exchange(Exchange next) {
    exchange = next;
    return this;
  }

  OwnedBuilder opened(HandoverTask task) {
    List<HandoverTask> all = new ArrayList<>(open);
    if (!all.contains(task)) {
      all.add(task);
    }
    open = all;
    return this;
  }

  OwnedBuilder closed(HandoverTask... tasks) {
    List<HandoverTask> left = new ArrayList<>(open);
    left.removeAll(List.of(tasks));
    open = left;
    return this;
  }

  /** The newest lines are kept. */
  OwnedBuilder receipt(String code, Instant at) {
    List<ReceiptLine> all = new ArrayList<>(receipts);
    all.add(new ReceiptLine(code, at));
    receipts = all.subList(Math.max(0, all.size() - Handover.MAX_RECEIPT_LINES), all.size());
    return this;
  }

  Owned build() {
    return new Owned(
        partner, caseId, exercise, status, wish, offer, clocks, seen, checked, braked, told,
        signalled, recall, vital, heard, sightings, open, receipts, proof, exchange);
  }
}
