package org.homeward.bridge.handovers;

import static java.util.Objects.requireNonNull;

import org.homeward.bridge.handovers.dialogue.Dialogue;
import org.homeward.bridge.handovers.dialogue.Withdrawal;
import org.homeward.schema.snapshots.HandoverStatus;
import org.jspecify.annotations.Nullable;

/**
 * A handover of a partner's case that this node may hold nothing of any more: the owner said so, or
 * the lease ran out.
 */
public sealed interface Withdrawn extends Held {

  @Override
  Withdrawal recall();

  /** Null while this node's copies are not gone. */
  Held.@Nullable Erased erased();

  /** The owner has that statement. */
  default boolean isReceiptTold() {
    return false;
  }

  @Override
  Withdrawn with(Dialogue next);

  /** Another recall came: the owner was restored, or the lease had run out before it. */
  Withdrawn with(Withdrawal newest);

  /** The owner has what this node says of its copies. */
  Withdrawn withReceiptTold();

  /** It was called back before anything of the case had come. */
  record Revoked(
      Dialogue dialogue, Withdrawal recall, Held.Erased erased, boolean isReceiptTold, Shown shown)
      implements Withdrawn {

    @Override
    public HandoverStatus status() {
      return HandoverStatus.REVOKED;
    }

    @Override
    public Revoked with(Dialogue next) {
      return new Revoked(next, recall, erased, isReceiptTold, shown);
    }

    @Override
    public Revoked with(Withdrawal newest) {
      return new Revoked(dialogue, newest, erased, false, shown);
    }

    @Override
    public Revoked withReceiptTold() {
      return new Revoked(dialogue, recall, erased, true, shown);
    }
  }

  /** The content is being erased, and the owner has no receipt yet. */
  record Recalled(Dialogue dialogue, Withdrawal recall, Held.@Nullable Erased erased, Shown shown)
      implements Withdrawn {

    @Override
    public HandoverStatus status() {
      return HandoverStatus.RECALLED;
    }

    @Override
    public boolean isKnown() {
      return true;
    }

    @Override
    public Recalled with(Dialogue next) {
      return new Recalled(next, recall, erased, shown);
    }

    @Override
    public Recalled with(Withdrawal newest) {
      return new Recalled(dialogue, newest, erased, shown);
    }

    @Override
    public Closed withReceiptTold() {
      return new Closed(dialogue, recall, requireNonNull(erased, "erased"), true, shown);
    }

    Recalled with(Held.Erased gone) {
      return new Recalled(dialogue, recall, gone, shown);
    }
  }

  /** The content is erased, and the owner has the receipt. */
  record Closed(
      Dialogue dialogue, Withdrawal recall, Held.Erased erased, boolean isReceiptTold, Shown shown)
      implements Withdrawn {

    @Override
    public HandoverStatus status() {
      return HandoverStatus.CLOSED;
    }

    @Override
    public boolean isKnown() {
      return true;
    }

    @Override
    public Closed with(Dialogue next) {
      return new Closed(next, recall, erased, isReceiptTold, shown);
    }

    @Override
    public Closed with(Withdrawal newest) {
      return new Closed(dialogue, newest, erased, false, shown);
    }

    @Override
    public Closed withReceiptTold() {
      return new Closed(dialogue, recall, erased, true, shown);
    }
  }
}
