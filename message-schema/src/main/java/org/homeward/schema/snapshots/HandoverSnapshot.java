package org.homeward.schema.snapshots;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.Copies;
import org.jspecify.annotations.Nullable;

/**
 * The dialogue with one partner about one case, as this node's other services read it.
 *
 * @param caseId of the case within this node; the holder's differs from the owner's
 * @param role this node's side
 * @param partner slug of the other node
 * @param home slug of the node that owns the case
 * @param frozen by the owner
 * @param braked by the holder
 * @param brake the newest brake; null from an earlier build, even if it is braked
 * @param content what the holder holds, as long as it holds it
 * @param sightings what the holder told the owner
 * @param open what waits for a person
 */
public record HandoverSnapshot(
    String id,
    String caseId,
    HandoverSide role,
    String partner,
    String home,
    boolean exercise,
    HandoverStatus status,
    boolean frozen,
    boolean braked,
    @Nullable HandoverBrake brake,
    @Nullable Instant leaseUntil,
    @Nullable HandedCase content,
    List<HandedSighting> sightings,
    List<Code<HandoverTask>> open,
    @Nullable Code<RecallReason> recall,
    List<ReceiptLine> receipts)
    implements Snapshot {

  public HandoverSnapshot {
    requireNonNull(id, "id");
    requireNonNull(caseId, "caseId");
    requireNonNull(role, "role");
    requireNonNull(partner, "partner");
    requireNonNull(home, "home");
    requireNonNull(status, "status");
    sightings = Copies.list(sightings);
    open = Copies.list(open);
    receipts = Copies.list(receipts);
    if (content != null && role == HandoverSide.OWNER) {
      throw new IllegalArgumentException("only a holder holds a partner's content");
    }
    if (!sightings.isEmpty() && role == HandoverSide.HOLDER) {
      throw new IllegalArgumentException("only an owner gets a partner's sightings");
    }
  }

  @Override
  public SnapshotKind kind() {
    return SnapshotKind.HANDOVER;
  }

  @Override
  public HandoverSnapshot withoutFacts() {
    return new HandoverSnapshot(
        id,
        caseId,
        role,
        partner,
        home,
        exercise,
        status,
        frozen,
        braked,
        brake,
        leaseUntil,
        content == null ? null : content.withoutFacts(),
        sightings.stream().map(HandedSighting::withoutFacts).toList(),
        open,
        recall,
        receipts);
  }

  @Override
  public String toString() {
    return "HandoverSnapshot[redacted]";
  }
}
