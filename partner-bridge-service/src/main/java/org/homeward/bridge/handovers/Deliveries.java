package org.homeward.bridge.handovers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.homeward.schema.bridge.Cause;
import org.homeward.schema.bridge.DeliveryResult;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.facts.HandoverStatus;
import org.jspecify.annotations.Nullable;

/** What the partner's machine said to a message, and what the handover becomes by it. */
public final class Deliveries {

  /** How long content that was refused waits before it is offered under a new number. */
  static final Duration AFTER_REFUSAL = Duration.ofMinutes(10);

  /** Refusals that may not hold tomorrow. */
  private static final Set<Cause> PASSING = EnumSet.of(Cause.REGISTRY_EXPIRED, Cause.TOO_MANY);

  private Deliveries() {}

  /** Its number is used up; the next may go. */
  public static Decided.Becomes<Handover> answered(
      Handover was, InFlight done, DeliveryResult result, @Nullable Cause cause, Instant now) {
    List<ChangeType> changes = new ArrayList<>();
    Exchange.Outgoing outgoing = was.exchange().outgoing().answered(done);
    if (result == DeliveryResult.REFUSED && done.type().isContent()) {
      outgoing = outgoing.later(now.plus(AFTER_REFUSAL), word(cause));
    }
    Exchange next = was.exchange().with(outgoing);
    Handover becomes =
        switch (was) {
          case Owned owned -> owned(owned, next, done, result, cause, now, changes);
          case Held held -> held(held, next, done, result, cause, now, changes);
        };
    return new Decided.Becomes<>(becomes, changes, true, false);
  }

  private static String word(@Nullable Cause cause) {
    return cause == null ? Cause.OTHER.name() : cause.name();
  }

  private static Owned owned(
      Owned was,
      Exchange exchange,
      InFlight done,
      DeliveryResult result,
      @Nullable Cause cause,
      Instant now,
      List<ChangeType> changes) {
    OwnedBuilder next =
        was.with().exchange(exchange).receipt(done.type() + "_" + result, now);
    boolean received = result == DeliveryResult.RECEIVED;
    Owned.Signalled has = was.signalled();
    switch (done.type()) {
      case OFFER -> {
        boolean passing = cause != null && PASSING.contains(cause);
        if (!passing && result != DeliveryResult.SUPERSEDED) {
          next.signalled(has.withOffer());
        }
        if (result == DeliveryResult.REFUSED && !passing && was.isLive()) {
          next.status(HandoverStatus.REJECTED);
          changes.add(ChangeType.HANDOVER_REJECTED);
        }
      }
      case RELEASE, SYNC -> {
        if (received) {
          changes.add(
              was.told() == null ? ChangeType.HANDOVER_RELEASED : ChangeType.HANDOVER_SYNCED);
          next.told(done.told()).signalled(has.withFreeze(false));
          if (was.status() == HandoverStatus.ACCEPTED) {
            next.status(HandoverStatus.RELEASED);
          }
        }
      }
      // A signal that is refused was heard all the same: repeating it would change nothing.
      case FREEZE -> next.signalled(has.withFreeze(true));
      case END -> next.signalled(has.withEnd());
      case RECALL -> next.signalled(has.withRecall());
      case ACKNOWLEDGED, ACCEPTED, REJECTED, COUNTERED, CHECKED, SIGHTING, PROPOSAL, BRAKE, RECEIPT ->
          throw new IllegalArgumentException("an owner does not say " + done.type());
    }
    return next.build();
  }

  private static Held held(
      Held was,
      Exchange exchange,
      InFlight done,
      DeliveryResult result,
      @Nullable Cause cause,
      Instant now,
      List<ChangeType> changes) {
    // A sighting that was overtaken, or came too early, is still to be told.
    boolean again =
        result == DeliveryResult.SUPERSEDED || (cause != null && PASSING.contains(cause));
    HeldBuilder next =
        was.with()
            .exchange(again ? exchange : exchange.without(done.reply()))
            .receipt(done.type() + "_" + result, now);
    if (done.type() == MessageType.RECEIPT) {
      next.receiptTold(true);
      if (was.known()) {
        next.status(HandoverStatus.CLOSED);
      }
      changes.add(ChangeType.HANDOVER_RECEIPTED);
    }
    return next.build();
  }
}
