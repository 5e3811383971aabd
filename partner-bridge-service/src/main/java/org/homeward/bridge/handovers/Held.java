package org.homeward.bridge.handovers;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.homeward.bridge.handovers.dialogue.Exchange;
import org.homeward.bridge.handovers.dialogue.VitalInterest;
import org.homeward.bridge.handovers.dialogue.Withdrawal;
import org.homeward.schema.bridge.bodies.Offer;
import org.homeward.schema.snapshots.HandedCase;
import org.homeward.schema.snapshots.HandoverStatus;
import org.jspecify.annotations.Nullable;

/**
 * A handover of a partner's case, in one of the states it can be in. Only a live one can hold
 * something of the case.
 */
public sealed interface Held extends Handover {

  @Override
  Held with(Dialogue next);

  @Override
  default Held with(Exchange next) {
    return with(dialogue().with(next));
  }

  /** The state as people see it. */
  Shown shown();

  /** The content of the case that is held; null when nothing is. */
  default @Nullable HandedCase content() {
    return null;
  }

  /** Null where nothing was recalled. */
  default @Nullable Withdrawal recall() {
    return null;
  }

  /** The rest of this node has been told of the case. */
  default boolean isKnown() {
    return content() != null;
  }

  /**
   * A handover that is over, as people still see it. No decision goes by it any more.
   *
   * @param leaseUntil when the last lease would have ended
   */
  record Shown(
      @Nullable Instant leaseUntil,
      boolean frozen,
      boolean checked,
      @Nullable VitalInterest vital) {

    static final Shown NOTHING = new Shown(null, false, false, null);

    @Override
    public String toString() {
      return "Shown[redacted]";
    }
  }

  /** The content of the case that is held, and the end of its lease. */
  record Lent(HandedCase content, Instant until) {

    public Lent {
      requireNonNull(content, "content");
      requireNonNull(until, "until");
    }
  }

  /**
   * The state of this node's copies.
   *
   * @param keptFields names of what the police must keep
   */
  record Erased(Instant at, List<String> keptFields, @Nullable Instant keptUntil) {

    public Erased {
      keptFields = keptFields == null ? List.of() : List.copyOf(keptFields);
    }
  }

  /** It may still come to something. */
  sealed interface Live extends Held {

    PartnerOffer offer();

    /** The offer as the partner worded it. */
    default Offer offered() {
      return offer().offer();
    }

    /** A person here has looked for a conflict. */
    default boolean checked() {
      return false;
    }

    /** Null when nothing is held. */
    default @Nullable Lent lent() {
      return null;
    }

    @Override
    Live with(Dialogue next);

    Live with(PartnerOffer next);

    @Override
    default @Nullable HandedCase content() {
      Lent lent = lent();
      return lent == null ? null : lent.content();
    }

    @Override
    default Shown shown() {
      Lent lent = lent();
      return new Shown(
          lent == null ? null : lent.until(), offer().frozen(), checked(), offer().vital());
    }
  }

  /** Nobody here has said yes or no. */
  record Waiting(Dialogue dialogue, PartnerOffer offer, Stage stage) implements Live {

    /** How far this node's people have come with the offer. */
    enum Stage {
      NOT_YET(HandoverStatus.OFFERED),
      ACKNOWLEDGED(HandoverStatus.ACKNOWLEDGED),
      COUNTERED(HandoverStatus.COUNTERED);

      private final HandoverStatus status;

      Stage(HandoverStatus status) {
        this.status = status;
      }
    }

    @Override
    public HandoverStatus status() {
      return stage.status;
    }

    @Override
    public Waiting with(Dialogue next) {
      return new Waiting(next, offer, stage);
    }

    @Override
    public Waiting with(PartnerOffer next) {
      return new Waiting(dialogue, next, stage);
    }
  }

  /** It is wanted here, and nothing of it has come yet. */
  record Accepted(Dialogue dialogue, PartnerOffer offer) implements Live {

    @Override
    public HandoverStatus status() {
      return HandoverStatus.ACCEPTED;
    }

    @Override
    public Accepted with(Dialogue next) {
      return new Accepted(next, offer);
    }

    @Override
    public Accepted with(PartnerOffer next) {
      return new Accepted(dialogue, next);
    }
  }

  /** The case is held, and worked on. */
  record Released(Dialogue dialogue, PartnerOffer offer, Lent lent, boolean checked)
      implements Live {

    public Released {
      requireNonNull(lent, "lent");
    }

    @Override
    public HandoverStatus status() {
      return HandoverStatus.RELEASED;
    }

    @Override
    public Released with(Dialogue next) {
      return new Released(next, offer, lent, checked);
    }

    @Override
    public Released with(PartnerOffer next) {
      return new Released(dialogue, next, lent, checked);
    }
  }

  /** The owner's case has ended. */
  record Ended(Dialogue dialogue, PartnerOffer offer, @Nullable Lent lent, boolean checked)
      implements Live {

    @Override
    public HandoverStatus status() {
      return HandoverStatus.ENDED;
    }

    @Override
    public Ended with(Dialogue next) {
      return new Ended(next, offer, lent, checked);
    }

    @Override
    public Ended with(PartnerOffer next) {
      return new Ended(dialogue, next, lent, checked);
    }
  }

  /** The owner had taken its offer back before it came. */
  record Missed(Dialogue dialogue) implements Held {

    @Override
    public HandoverStatus status() {
      return HandoverStatus.REVOKED;
    }

    @Override
    public Shown shown() {
      return Shown.NOTHING;
    }

    @Override
    public Missed with(Dialogue next) {
      return new Missed(next);
    }
  }

  /** It is not wanted here. */
  record Rejected(Dialogue dialogue, Shown shown) implements Held {

    @Override
    public HandoverStatus status() {
      return HandoverStatus.REJECTED;
    }

    @Override
    public Rejected with(Dialogue next) {
      return new Rejected(next, shown);
    }
  }

  /** This node may hold nothing of the case any more: the owner said so, or the lease ran out. */
  sealed interface Withdrawn extends Held {

    @Override
    Withdrawal recall();

    /** Null while this node's copies are not gone. */
    @Nullable Erased erased();

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
        Dialogue dialogue, Withdrawal recall, Erased erased, boolean isReceiptTold, Shown shown)
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
    record Recalled(Dialogue dialogue, Withdrawal recall, @Nullable Erased erased, Shown shown)
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

      Recalled with(Erased gone) {
        return new Recalled(dialogue, recall, gone, shown);
      }
    }

    /** The content is erased, and the owner has the receipt. */
    record Closed(
        Dialogue dialogue, Withdrawal recall, Erased erased, boolean isReceiptTold, Shown shown)
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
}
