package org.homeward.bridge.handovers.dialogue;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.homeward.schema.snapshots.HandoverTask;
import org.homeward.schema.snapshots.ReceiptLine;

/**
 * The part of a dialogue about one case that owner and holder keep alike.
 *
 * @param partner slug of the other node
 * @param caseId of the case within this node
 * @param brakes of the holder
 * @param open what waits for a person
 * @param receipts the newest lines
 */
public record Dialogue(
    String partner,
    String caseId,
    boolean exercise,
    Brakes brakes,
    List<HandoverTask> open,
    List<ReceiptLine> receipts,
    Exchange exchange) {

  private static final int MAX_RECEIPT_LINES = 30;

  public Dialogue {
    requireNonNull(partner, "partner");
    requireNonNull(caseId, "caseId");
    requireNonNull(brakes, "brakes");
    requireNonNull(exchange, "exchange");
    open = List.copyOf(open);
    receipts = List.copyOf(receipts);
  }

  public static Dialogue begun(String partner, String caseId, boolean exercise) {
    return new Dialogue(
        partner, caseId, exercise, Brakes.NONE, List.of(), List.of(), Exchange.SILENT);
  }

  public Dialogue with(Exchange next) {
    return new Dialogue(partner, caseId, exercise, brakes, open, receipts, next);
  }

  public boolean braked() {
    return brakes.stand();
  }

  /**
   * @param referenced it carries a police reference, or could not be read
   */
  public Dialogue withBrake(boolean referenced) {
    return with(brakes.and(referenced));
  }

  /** The case is not held, although it knows of these brakes: people have answered them. */
  public Dialogue withBrakesOver(long knownByCase) {
    return brakes.areKnown(knownByCase) ? with(brakes.over()) : this;
  }

  private Dialogue with(Brakes next) {
    return new Dialogue(partner, caseId, exercise, next, open, receipts, exchange);
  }

  /** The same, to be told to the partner at once: something has changed. */
  public Dialogue atOnce() {
    return with(exchange.with(exchange.outgoing().atOnce()));
  }

  public Dialogue and(Reply reply) {
    return with(exchange.and(reply));
  }

  public Dialogue withoutContent() {
    return with(exchange.withoutContent());
  }

  public Dialogue opened(HandoverTask task) {
    if (open.contains(task)) {
      return this;
    }
    List<HandoverTask> all = new ArrayList<>(open);
    all.add(task);
    return new Dialogue(partner, caseId, exercise, brakes, all, receipts, exchange);
  }

  public Dialogue closed(HandoverTask... tasks) {
    List<HandoverTask> left = new ArrayList<>(open);
    left.removeAll(List.of(tasks));
    return new Dialogue(partner, caseId, exercise, brakes, left, receipts, exchange);
  }

  public Dialogue receipt(String code, Instant at) {
    List<ReceiptLine> all = new ArrayList<>(receipts);
    all.add(new ReceiptLine(code, at));
    List<ReceiptLine> newest = all.subList(Math.max(0, all.size() - MAX_RECEIPT_LINES), all.size());
    return new Dialogue(partner, caseId, exercise, brakes, open, newest, exchange);
  }

  @Override
  public String toString() {
    return "Dialogue[" + partner + "]";
  }
}
