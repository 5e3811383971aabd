package org.homeward.bridge.handovers;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
 * A handover of a partner's case.
 *
 * @param partner the owner
 * @param caseId under which the case is known in this node
 * @param offer null once rejected or recalled, or when it was recalled before it came
 * @param content what is held; null before the release and after the recall
 * @param known the rest of this node has been told of the case
 * @param erased what this node says of its copies; null while they are not gone
 * @param receiptTold the owner has that statement
 */
public record Held(
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
    @Nullable Erased erased,
    boolean receiptTold,
    @Nullable VitalInterest vital,
    List<HandoverTask> open,
    List<ReceiptLine> receipts,
    Exchange exchange)
    implements Handover {

  private static final Set<HandoverStatus> TO_ANSWER =
      EnumSet.of(HandoverStatus.OFFERED, HandoverStatus.ACKNOWLEDGED, HandoverStatus.COUNTERED);
  private static final Set<HandoverStatus> WORKED_ON =
      EnumSet.of(HandoverStatus.ACCEPTED, HandoverStatus.RELEASED);

  public Held {
    requireNonNull(partner, "partner");
    requireNonNull(caseId, "caseId");
    requireNonNull(status, "status");
    open = open == null ? List.of() : List.copyOf(open);
    receipts = receipts == null ? List.of() : List.copyOf(receipts);
    exchange = exchange == null ? Exchange.SILENT : exchange;
  }

  /**
   * What became of this node's copies.
   *
   * @param keptFields names of what the police must keep
   */
  public record Erased(Instant at, List<String> keptFields, @Nullable Instant keptUntil) {

    public Erased {
      keptFields = keptFields == null ? List.of() : List.copyOf(keptFields);
    }
  }

  /**
   * As it begins.
   *
   * @param offer null when the owner had recalled it before it could be read
   */
  static Held offered(String partner, String caseId, boolean exercise, @Nullable Offer offer) {
    return new Held(
        partner,
        caseId,
        exercise,
        offer == null ? HandoverStatus.REVOKED : HandoverStatus.OFFERED,
        offer,
        null,
        null,
        false,
        false,
        false,
        false,
        null,
        null,
        false,
        null,
        List.of(),
        List.of(),
        Exchange.SILENT);
  }

  boolean canBeAnswered() {
    return TO_ANSWER.contains(status);
  }

  boolean isWorkedOn() {
    return WORKED_ON.contains(status);
  }

  boolean isLive() {
    return recall == null && !isOver() && status != HandoverStatus.REVOKED;
  }

  @Override
  public Held with(Exchange next) {
    return with().exchange(next).build();
  }

  public HeldBuilder with() {
    return new HeldBuilder(this);
  }

  @Override
  public String toString() {
    return "Held[" + status + "]";
  }
}
