package org.homeward.bridge.handovers;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.homeward.bridge.handovers.dialogue.Exchange;
import org.homeward.bridge.handovers.dialogue.Reply;
import org.homeward.schema.snapshots.HandoverBrake;
import org.homeward.schema.snapshots.HandoverTask;
import org.homeward.schema.snapshots.ReceiptLine;
import org.jspecify.annotations.Nullable;

/**
 * The part of a dialogue about one case that owner and holder keep alike.
 *
 * @param partner slug of the other node
 * @param caseId of the case within this node
 * @param brakes of the holder
 * @param open what waits for a person
 * @param receipts the newest lines
 */
record Dialogue(
    String partner,
    String caseId,
    boolean exercise,
    Brakes brakes,
    List<HandoverTask> open,
    List<ReceiptLine> receipts,
    Exchange exchange) {

  private static final int MAX_RECEIPT_LINES = 30;

  Dialogue {
    requireNonNull(partner, "partner");
    requireNonNull(caseId, "caseId");
    requireNonNull(brakes, "brakes");
    requireNonNull(exchange, "exchange");
    open = List.copyOf(open);
    receipts = List.copyOf(receipts);
  }

  static Dialogue begun(String partner, String caseId, boolean exercise) {
    return new Dialogue(
        partner, caseId, exercise, Brakes.NONE, List.of(), List.of(), Exchange.SILENT);
  }

  Dialogue with(Exchange next) {
    return new Dialogue(partner, caseId, exercise, brakes, open, receipts, next);
  }

  boolean braked() {
    return brakes.stand();
  }

  /**
   * @param referenced it carries a police reference, or could not be read
   */
  Dialogue withBrake(boolean referenced) {
    return with(brakes.and(referenced));
  }

  /** The case is not held, although it knows of these brakes: people have answered them. */
  Dialogue withBrakesOver(long knownByCase) {
    return brakes.areKnown(knownByCase) ? with(brakes.over()) : this;
  }

  private Dialogue with(Brakes next) {
    return new Dialogue(partner, caseId, exercise, next, open, receipts, exchange);
  }

  /** The same, to be told to the partner at once: something has changed. */
  Dialogue atOnce() {
    return with(exchange.with(exchange.outgoing().atOnce()));
  }

  Dialogue and(Reply reply) {
    return with(exchange.and(reply));
  }

  Dialogue withoutContent() {
    return with(exchange.withoutContent());
  }

  Dialogue opened(HandoverTask task) {
    if (open.contains(task)) {
      return this;
    }
    List<HandoverTask> all = new ArrayList<>(open);
    all.add(task);
    return new Dialogue(partner, caseId, exercise, brakes, all, receipts, exchange);
  }

  Dialogue closed(HandoverTask... tasks) {
    List<HandoverTask> left = new ArrayList<>(open);
    left.removeAll(List.of(tasks));
    return new Dialogue(partner, caseId, exercise, brakes, left, receipts, exchange);
  }

  Dialogue receipt(String code, Instant at) {
    return receipt(code, at, null);
  }

  /**
   * @param sighting which it answers
   */
  Dialogue receipt(String code, Instant at, @Nullable String sighting) {
    List<ReceiptLine> all = new ArrayList<>(receipts);
    all.add(new ReceiptLine(code, at, sighting));
    List<ReceiptLine> newest = all.subList(Math.max(0, all.size() - MAX_RECEIPT_LINES), all.size());
    return new Dialogue(partner, caseId, exercise, brakes, open, newest, exchange);
  }

  @Override
  public String toString() {
    return "Dialogue[" + partner + "]";
  }

  /**
   * The brakes of a handover that count.
   *
   * @param count none of an earlier build's, which kept no count
   * @param referenced one of those that stand freezes, because it carries a police reference or
   *     could not be read
   * @param stand they are not over yet
   */
  record Brakes(long count, boolean referenced, boolean stand) {

    static final Brakes NONE = new Brakes(0, false, false);

    /**
     * As stored.
     *
     * @param brake null where there was none, or an earlier build stored it, for which each froze
     */
    static Brakes stored(boolean stand, @Nullable HandoverBrake brake) {
      return brake == null
          ? new Brakes(0, stand, stand)
          : new Brakes(brake.count(), brake.referenced(), stand);
    }

    /**
     * Each brake counts anew. One event may tell of several, so a word does not take the place of a
     * reference.
     */
    Brakes and(boolean isReferenced) {
      boolean freezes = isReferenced;
      freezes |= stand && referenced; // upholds 4
      return new Brakes(counted() + 1, freezes, true);
    }

    /** Whether none of them is newer than those that the case knows of. */
    boolean areKnown(long byCase) {
      return counted() <= byCase;
    }

    Brakes over() {
      return new Brakes(counted(), referenced, false);
    }

    /** One of an earlier build counted as the first. */
    private long counted() {
      return count == 0 && stand ? 1 : count;
    }

    /** Null where none was counted. */
    @Nullable HandoverBrake told() {
      return count == 0 ? null : new HandoverBrake(count, referenced);
    }
  }
}
