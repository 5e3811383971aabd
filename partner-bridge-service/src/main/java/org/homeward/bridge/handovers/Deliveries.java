package org.homeward.bridge.handovers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.homeward.bridge.handovers.dialogue.Exchange;
import org.homeward.bridge.handovers.dialogue.InFlight;
import org.homeward.bridge.handovers.dialogue.Withdrawal;
import org.homeward.schema.bridge.Cause;
import org.homeward.schema.bridge.DeliveryResult;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.facts.HandoverStatus;
import org.homeward.schema.facts.HandoverTask;
import org.homeward.schema.json.Json;
import org.jspecify.annotations.Nullable;

/** What the partner's machine said to a message, and what the handover becomes by it. */
public final class Deliveries {

  /** How long what was refused waits before it is said under a new number. */
  static final Duration AFTER_REFUSAL = Duration.ofMinutes(10);

  /** A stop that is refused again and again waits at most sixteen times as long. */
  private static final int MOST_DOUBLINGS = 4;

  private static final Set<MessageType> STOPS =
      EnumSet.of(MessageType.FREEZE, MessageType.END, MessageType.RECALL);

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
    } else if (isRefusedStop(done, result)) {
      outgoing = outgoing.later(now.plus(nextTry(was, done.type())), word(cause));
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

  private static boolean isRefusedStop(InFlight done, DeliveryResult result) {
    return result == DeliveryResult.REFUSED && STOPS.contains(done.type());
  }

  /** Doubles with each refusal; a partner that has forgotten the handover may never take it. */
  private static Duration nextTry(Handover was, MessageType type) {
    String refusal = refusal(type);
    long before = was.receipts().stream().filter(line -> line.code().equals(refusal)).count();
    return AFTER_REFUSAL.multipliedBy(1L << Math.min(before, MOST_DOUBLINGS));
  }

  private static String refusal(MessageType type) {
    return type + "_" + DeliveryResult.REFUSED;
  }

  private static Owned owned(
      Owned was,
      Exchange exchange,
      InFlight done,
      DeliveryResult result,
      @Nullable Cause cause,
      Instant now,
      List<ChangeType> changes) {
    OwnedBuilder next = was.with().exchange(exchange).receipt(done.type() + "_" + result, now);
    boolean received = result == DeliveryResult.RECEIVED;
    Owned.Signalled has = was.signalled();
    if (isRefusedStop(done, result)) return unheard(was, next, changes); // upholds 4
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
        if (cause == Cause.NOT_NOW && was.told() != null) {
          next.told(was.told().overAt(now)).opened(HandoverTask.CALL_PARTNER);
          changes.add(ChangeType.HANDOVER_OVERDUE);
        }
      }
      case FREEZE -> next.signalled(has.withFreeze(true));
      case END -> next.signalled(has.withEnd());
      case RECALL -> next.signalled(has.withRecall()).closed(HandoverTask.CALL_PARTNER);
      case ACKNOWLEDGED,
          ACCEPTED,
          REJECTED,
          COUNTERED,
          CHECKED,
          SIGHTING,
          PROPOSAL,
          BRAKE,
          RECEIPT ->
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
    boolean told = done.type() == MessageType.RECEIPT;
    told = told && answers(done, was.recall()); // upholds 7
    if (told) {
      next.receiptTold(true);
      if (was.known()) {
        next.status(HandoverStatus.CLOSED);
      }
      changes.add(ChangeType.HANDOVER_RECEIPTED);
    }
    return next.build();
  }

  /** The stop is still owed, and a person has to ask why it is not taken. */
  private static Owned unheard(Owned was, OwnedBuilder next, List<ChangeType> changes) {
    if (!was.open().contains(HandoverTask.CALL_PARTNER)) {
      changes.add(ChangeType.HANDOVER_OVERDUE);
    }
    return next.opened(HandoverTask.CALL_PARTNER).build();
  }

  /** A receipt of a lease's end that was under way does not answer the recall that came then. */
  private static boolean answers(InFlight receipt, @Nullable Withdrawal recall) {
    String body = Objects.requireNonNullElse(receipt.body(), "{}");
    String named = Json.mapper().readTree(body).path("recall").asString("");
    String asked = recall == null ? null : recall.hash();
    return named.equals(Objects.requireNonNullElse(asked, ""));
  }
}
