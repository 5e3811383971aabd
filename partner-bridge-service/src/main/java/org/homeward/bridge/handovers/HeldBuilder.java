package org.homeward.bridge.handovers;

import java.time.Instant;
import org.homeward.schema.facts.HandedCase;
import org.jspecify.annotations.Nullable;

/** Makes the next {@link Held} of one, field by field. */
final class HeldBuilder extends NextHandover<HeldBuilder> {

  private @Nullable Instant leaseUntil;
  private @Nullable HandedCase content;
  private boolean known;
  private boolean frozen;
  private Held.@Nullable Erased erased;
  private boolean receiptTold;

  HeldBuilder(Held from) {
    super(from);
    offer = from.offer();
    checked = from.checked();
    recall = from.recall();
    vital = from.vital();
    leaseUntil = from.leaseUntil();
    content = from.content();
    known = from.known();
    frozen = from.frozen();
    erased = from.erased();
    receiptTold = from.receiptTold();
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

  HeldBuilder erased(Held.@Nullable Erased next) {
    erased = next;
    return this;
  }

  HeldBuilder receiptTold(boolean next) {
    receiptTold = next;
    return this;
  }

  @Override
  HeldBuilder itself() {
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
