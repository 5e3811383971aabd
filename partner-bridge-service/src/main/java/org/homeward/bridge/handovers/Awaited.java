package org.homeward.bridge.handovers;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.homeward.bridge.handovers.Held.Withdrawn;
import org.homeward.bridge.handovers.dialogue.Clocks;
import org.homeward.bridge.handovers.dialogue.Told;
import org.homeward.bridge.handovers.dialogue.VitalInterest;
import org.homeward.durable.document.Listing;
import org.homeward.schema.bridge.bodies.Offer;
import org.homeward.schema.snapshots.HandoverTask;
import org.jspecify.annotations.Nullable;

/**
 * The next step of a handover, and by when somebody takes it: what people look at first.
 *
 * @param ours people of this node take it; otherwise those of the partner
 * @param by null where no clock runs
 */
public record Awaited(Step step, boolean ours, @Nullable Instant by) {

  /** The task. */
  public enum Step {
    ACKNOWLEDGE,
    ANSWER,
    /** The partner wants something else, and the owner offers it anew or not at all. */
    OFFER_ANEW,
    RELEASE,
    /** A second person confirms what crosses the border on one person's word. */
    CONFIRM,
    CHECK,
    /** The lease ends, unless the owner renews it. */
    RENEW,
    RECALL,
    ERASE
  }

  /** The roles of a node, each listed by what is awaited first. */
  static final Listing<Handover> BY_ROLE = new Listing<>("role", Awaited::rank, Awaited::begun);

  private static final int AT_ONCE = 0;
  private static final int NO_CLOCK = -999_999_998;
  private static final int OVER = -999_999_999;

  public Awaited {
    requireNonNull(step, "step");
  }

  /** Empty where nothing is to be done any more. */
  public static Optional<Awaited> by(Handover handover) {
    return switch (handover) {
      case Owned.Live live when mustBeRecalled(live) -> ours(Step.RECALL, null);
      case Owned.Waiting waiting -> answer(waiting);
      case Owned.Accepted accepted -> given(accepted, ours(Step.RELEASE, null));
      case Owned.Released released ->
          given(released, ours(Step.RENEW, released.told().leaseUntil()));
      case Owned.Ended ended -> ours(Step.RECALL, leaseOf(ended.share()));
      case Owned.Recalled recalled -> theirs(Step.ERASE, OwnerDecisions.receiptBy(recalled));
      case Owned.Over _ -> Optional.empty();
      case Held.Waiting waiting -> answer(waiting);
      case Held.Accepted _ -> theirs(Step.RELEASE, null);
      case Held.Released released ->
          released.checked()
              ? theirs(Step.RENEW, released.lent().until())
              : ours(Step.CHECK, released.lent().until());
      case Held.Ended ended -> theirs(Step.RECALL, ended.shown().leaseUntil());
      case Withdrawn.Recalled recalled -> ours(Step.ERASE, HolderDecisions.erasedBy(recalled));
      case Withdrawn.Revoked _, Withdrawn.Closed _, Held.Missed _, Held.Rejected _ ->
          Optional.empty();
    };
  }

  private static boolean mustBeRecalled(Owned.Live owned) {
    return owned.open().contains(HandoverTask.RECALL_PARTNER);
  }

  private static @Nullable Instant leaseOf(Owned.Share share) {
    Told told = share.told();
    return told == null ? null : told.leaseUntil();
  }

  private static Optional<Awaited> answer(Owned.Waiting owned) {
    Clocks clocks = owned.offer().clocks();
    return switch (owned.stage()) {
      case NOT_YET -> theirs(Step.ACKNOWLEDGE, clocks.acknowledgeBy());
      case ACKNOWLEDGED -> theirs(Step.ANSWER, clocks.answerBy());
      case COUNTERED -> ours(Step.OFFER_ANEW, clocks.stopBy());
    };
  }

  private static Optional<Awaited> answer(Held.Waiting held) {
    Offer offer = held.offer().offer();
    return switch (held.stage()) {
      case NOT_YET ->
          ours(Step.ACKNOWLEDGE, Clocks.acknowledgeBy(offer.urgency(), offer.answerBy()));
      case ACKNOWLEDGED -> ours(Step.ANSWER, offer.answerBy());
      case COUNTERED -> theirs(Step.OFFER_ANEW, null);
    };
  }

  private static Optional<Awaited> given(Owned.Given owned, Optional<Awaited> otherwise) {
    VitalInterest vital = owned.offer().vital();
    return vital != null && !vital.isConfirmed() ? ours(Step.CONFIRM, vital.until()) : otherwise;
  }

  private static Optional<Awaited> ours(Step step, @Nullable Instant by) {
    return Optional.of(new Awaited(step, true, by));
  }

  private static Optional<Awaited> theirs(Step step, @Nullable Instant by) {
    return Optional.of(new Awaited(step, false, by));
  }

  /** The sooner, the higher; what is to be done at once comes first, and what is over last. */
  static int rank(Handover handover) {
    return by(handover).map(awaited -> awaited.place(handover)).orElse(OVER);
  }

  private int place(Handover handover) {
    if (handover instanceof Owned.Live live && mustBeRecalled(live)) {
      return AT_ONCE;
    }
    return by == null ? NO_CLOCK : place(by);
  }

  /** The far future is the end of those that have a clock. */
  static int place(Instant by) {
    return Math.clamp(-Duration.between(Instant.EPOCH, by).toMinutes(), NO_CLOCK + 1, AT_ONCE);
  }

  private static Instant begun(Handover handover) {
    return handover instanceof Owned owned ? owned.offer().clocks().offeredAt() : Instant.EPOCH;
  }
}
