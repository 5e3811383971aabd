package org.homeward.bridge.handovers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.homeward.bridge.handovers.dialogue.Exchange;
import org.homeward.bridge.handovers.dialogue.VitalInterest;
import org.homeward.bridge.handovers.dialogue.Withdrawal;
import org.homeward.schema.bridge.Offer;
import org.homeward.schema.facts.HandoverStatus;
import org.homeward.schema.facts.HandoverTask;
import org.homeward.schema.facts.ReceiptLine;
import org.jspecify.annotations.Nullable;

/**
 * Makes the next handover of one, field by field: what owner and holder have in common.
 *
 * @param <B> itself
 */
abstract sealed class NextHandover<B extends NextHandover<B>> permits HeldBuilder, OwnedBuilder {

  String partner;
  String caseId;
  boolean exercise;
  HandoverStatus status;
  @Nullable Offer offer;
  boolean checked;
  boolean braked;
  @Nullable Withdrawal recall;
  @Nullable VitalInterest vital;
  List<HandoverTask> open;
  List<ReceiptLine> receipts;
  Exchange exchange;

  NextHandover(Handover from) {
    partner = from.partner();
    caseId = from.caseId();
    exercise = from.exercise();
    status = from.status();
    braked = from.braked();
    open = from.open();
    receipts = from.receipts();
    exchange = from.exchange();
  }

  abstract B itself();

  B status(HandoverStatus next) {
    status = next;
    return itself();
  }

  B offer(@Nullable Offer next) {
    offer = next;
    return itself();
  }

  B checked(boolean next) {
    checked = next;
    return itself();
  }

  B braked(boolean next) {
    braked = next;
    return itself();
  }

  B recall(@Nullable Withdrawal next) {
    recall = next;
    return itself();
  }

  B vital(@Nullable VitalInterest next) {
    vital = next;
    return itself();
  }

  B exchange(Exchange next) {
    exchange = next;
    return itself();
  }

  B opened(HandoverTask task) {
    List<HandoverTask> all = new ArrayList<>(open);
    if (!all.contains(task)) {
      all.add(task);
    }
    open = all;
    return itself();
  }

  B closed(HandoverTask... tasks) {
    List<HandoverTask> left = new ArrayList<>(open);
    left.removeAll(List.of(tasks));
    open = left;
    return itself();
  }

  /** The newest lines are kept. */
  B receipt(String code, Instant at) {
    List<ReceiptLine> all = new ArrayList<>(receipts);
    all.add(new ReceiptLine(code, at));
    receipts = all.subList(Math.max(0, all.size() - Handover.MAX_RECEIPT_LINES), all.size());
    return itself();
  }
}
