package org.homeward.bridge.handovers;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.homeward.bridge.handovers.OwnOffer.HandoverWish;
import org.homeward.bridge.handovers.OwnOffer.OwnCase;
import org.homeward.bridge.handovers.dialogue.Clocks;
import org.homeward.bridge.handovers.dialogue.Exchange;
import org.homeward.bridge.handovers.dialogue.InFlight;
import org.homeward.bridge.handovers.dialogue.Told;
import org.homeward.bridge.handovers.dialogue.Withdrawal;
import org.homeward.schema.bridge.ReceiptProof;
import org.homeward.schema.facts.Scope;
import org.homeward.schema.snapshots.HandoverStatus;
import org.jspecify.annotations.Nullable;

/** A handover of a case of this node, in one of the states it can be in. */
public sealed interface Owned extends Handover {

  OwnOffer offer();

  @Override
  Owned with(Dialogue next);

  Owned with(OwnOffer next);

  @Override
  default Owned with(Exchange next) {
    return with(dialogue().with(next));
  }

  /** The content of the case that the partner has had. */
  default Share share() {
    return Share.NOTHING;
  }

  /** Null where nothing was recalled. */
  default @Nullable Withdrawal recall() {
    return null;
  }

  /**
   * The content that the partner has had beyond the offer.
   *
   * @param checked a person there has looked for a conflict
   * @param told what the partner was told last, which it must erase at the lease's end even if no
   *     recall reaches it; null when it knows no more than the offer
   * @param statement the partner's, of what it erased
   */
  record Share(boolean checked, @Nullable Told told, @Nullable ReceiptProof statement) {

    static final Share NOTHING = new Share(false, null, null);

    Share with(Told newest) {
      return new Share(checked, newest, statement);
    }

    Share with(ReceiptProof newest) {
      return new Share(checked, told, newest);
    }

    @Override
    public String toString() {
      return "Share[redacted]";
    }
  }

  /** It may still come to something. */
  sealed interface Live extends Owned {

    @Override
    Live with(Dialogue next);

    @Override
    Live with(OwnOffer next);
  }

  /** Nobody over there has said yes or no. */
  record Waiting(Dialogue dialogue, OwnOffer offer, Stage stage) implements Live {

    /** How far the partner's people have come with the offer. */
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
    public Waiting with(OwnOffer next) {
      return new Waiting(dialogue, next, stage);
    }
  }

  /** A person at the partner has accepted it. */
  sealed interface Given extends Live {

    boolean checked();

    Given withCheck();

    @Override
    Given with(Dialogue next);

    @Override
    Given with(OwnOffer next);
  }

  /**
   * It is wanted over there, where nobody knows more than the offer.
   *
   * @param statement of a holder that refused to erase what may have reached it
   */
  record Accepted(
      Dialogue dialogue, OwnOffer offer, boolean checked, @Nullable ReceiptProof statement)
      implements Given {

    @Override
    public HandoverStatus status() {
      return HandoverStatus.ACCEPTED;
    }

    @Override
    public Share share() {
      return new Share(checked, null, statement);
    }

    @Override
    public Accepted withCheck() {
      return new Accepted(dialogue, offer, true, statement);
    }

    @Override
    public Accepted with(Dialogue next) {
      return new Accepted(next, offer, checked, statement);
    }

    @Override
    public Accepted with(OwnOffer next) {
      return new Accepted(dialogue, next, checked, statement);
    }
  }

  /**
   * The partner holds the case.
   *
   * @param statement of a holder that refused to erase at the end of its lease
   */
  record Released(
      Dialogue dialogue,
      OwnOffer offer,
      boolean checked,
      Told told,
      @Nullable ReceiptProof statement)
      implements Given {

    public Released {
      requireNonNull(told, "told");
    }

    @Override
    public HandoverStatus status() {
      return HandoverStatus.RELEASED;
    }

    @Override
    public Share share() {
      return new Share(checked, told, statement);
    }

    Released with(Told newest) {
      return new Released(dialogue, offer, checked, newest, statement);
    }

    @Override
    public Released withCheck() {
      return new Released(dialogue, offer, true, told, statement);
    }

    @Override
    public Released with(Dialogue next) {
      return new Released(next, offer, checked, told, statement);
    }

    @Override
    public Released with(OwnOffer next) {
      return new Released(dialogue, next, checked, told, statement);
    }
  }

  /** The case has ended after the partner had accepted it. */
  record Ended(Dialogue dialogue, OwnOffer offer, Share share) implements Live {

    @Override
    public HandoverStatus status() {
      return HandoverStatus.ENDED;
    }

    @Override
    public Ended with(Dialogue next) {
      return new Ended(next, offer, share);
    }

    @Override
    public Ended with(OwnOffer next) {
      return new Ended(dialogue, next, share);
    }
  }

  /**
   * It was called back, and the partner has not yet stated what it erased.
   *
   * @param given the partner had the case, or might have had it
   */
  record Recalled(Dialogue dialogue, OwnOffer offer, Withdrawal recall, boolean given, Share share)
      implements Owned {

    public Recalled {
      requireNonNull(recall, "recall");
    }

    @Override
    public HandoverStatus status() {
      return given ? HandoverStatus.RECALLED : HandoverStatus.REVOKED;
    }

    Recalled with(Withdrawal made) {
      return new Recalled(dialogue, offer, made, given, share);
    }

    @Override
    public Recalled with(Dialogue next) {
      return new Recalled(next, offer, recall, given, share);
    }

    @Override
    public Recalled with(OwnOffer next) {
      return new Recalled(dialogue, next, recall, given, share);
    }
  }

  /** Nothing is held over there, told or awaited any more. */
  sealed interface Over extends Owned {}

  /** The partner does not want it. */
  record Rejected(Dialogue dialogue, OwnOffer offer) implements Over {

    @Override
    public HandoverStatus status() {
      return HandoverStatus.REJECTED;
    }

    @Override
    public Rejected with(Dialogue next) {
      return new Rejected(next, offer);
    }

    @Override
    public Rejected with(OwnOffer next) {
      return new Rejected(dialogue, next);
    }
  }

  /**
   * The partner has stated what it erased, or nobody over there was ever told anything.
   *
   * @param recall null when the end of the lease was the end of it
   */
  record Closed(Dialogue dialogue, OwnOffer offer, @Nullable Withdrawal recall, Share share)
      implements Over {

    @Override
    public HandoverStatus status() {
      return HandoverStatus.CLOSED;
    }

    Closed with(Withdrawal made) {
      return new Closed(dialogue, offer, made, share);
    }

    @Override
    public Closed with(Dialogue next) {
      return new Closed(next, offer, recall, share);
    }

    @Override
    public Closed with(OwnOffer next) {
      return new Closed(dialogue, next, recall, share);
    }
  }

  /** As it begins. */
  static Owned begun(
      String partner,
      String caseId,
      boolean exercise,
      HandoverWish wish,
      OwnCase seen,
      Instant now) {
    return new Waiting(
        Dialogue.begun(partner, caseId, exercise),
        OwnOffer.of(wish, Clocks.of(wish.urgency(), now), seen),
        Waiting.Stage.NOT_YET);
  }

  /** The content that the partner may have: receipted, or else under way. */
  default @Nullable Told mayKnow() {
    InFlight now = exchange().outgoing().inFlight();
    Told told = share().told();
    return told != null || now == null ? told : now.told();
  }

  /** The partner cannot have received anything of it. */
  default boolean isUntold() {
    return exchange().isSilent() && !offer().signalled().perhaps();
  }

  /** No content may be sent, for now or for good. */
  default boolean isStopped() {
    OwnCase seen = offer().seen();
    return !(this instanceof Live)
        || seen.stopsPartner() // upholds 4
        || seen.ended()
        || seen.erased()
        || braked();
  }

  /** A second handover of the case to this partner would be one too many. */
  default boolean isOpen() {
    return this instanceof Live && !offer().signalled().unknown();
  }

  /**
   * The most that the partner may have now; null for nothing. While a brake holds the case, nobody
   * gets more than before.
   */
  default @Nullable Scope scope() {
    Told told = share().told();
    if (offer().seen().braked()) {
      return told == null ? null : told.scope();
    }
    return share().checked() ? Scope.FULL : Scope.MINIMUM;
  }
}
