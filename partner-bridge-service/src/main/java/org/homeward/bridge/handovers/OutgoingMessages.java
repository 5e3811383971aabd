package org.homeward.bridge.handovers;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static org.homeward.bridge.handovers.HandoverDecision.stops;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.bridge.handovers.HandoverDecision.Becomes;
import org.homeward.bridge.handovers.Held.Withdrawn;
import org.homeward.bridge.handovers.dialogue.Exchange;
import org.homeward.bridge.handovers.dialogue.InFlight;
import org.homeward.bridge.handovers.dialogue.Told;
import org.homeward.bridge.handovers.dialogue.Withdrawal;
import org.homeward.schema.bridge.Cause;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.bridge.ReceiptResult;
import org.homeward.schema.bridge.bodies.Body;
import org.homeward.schema.bridge.bodies.Offer;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.json.Json;
import org.homeward.schema.snapshots.HandoverTask;
import org.jspecify.annotations.Nullable;

/** Records in a handover that its message is about to be sent, and its answer. */
final class OutgoingMessages {

  /** How long a refused message waits before it is sent under a new number. */
  private static final Duration AFTER_REFUSAL = Duration.ofMinutes(10);

  /** A stop that is refused again and again waits at most sixteen times as long. */
  private static final int MOST_DOUBLINGS = 4;

  private static final Set<MessageType> STOPS =
      EnumSet.of(MessageType.FREEZE, MessageType.END, MessageType.RECALL);

  /** Refusals that may change later. */
  private static final Set<Cause> PASSING = EnumSet.of(Cause.REGISTRY_EXPIRED, Cause.TOO_MANY);

  private OutgoingMessages() {}

  /**
   * The answer to a message.
   *
   * @param cause of a refusal
   */
  record MessageResult(ReceiptResult answer, @Nullable Cause cause) {

    boolean isReceived() {
      return answer == ReceiptResult.RECEIVED;
    }

    boolean isRefused() {
      return answer == ReceiptResult.REFUSED;
    }

    boolean isSuperseded() {
      return answer == ReceiptResult.SUPERSEDED;
    }

    boolean isPassing() {
      return cause != null && PASSING.contains(cause);
    }
  }

  /** The message has its number from now on. */
  static Handover intended(Handover was, InFlight message, Body body) {
    Exchange.Outgoing out = was.exchange().outgoing();
    Exchange next =
        was.exchange()
            .with(new Exchange.Outgoing(out.lastSeq(), out.lastHash(), message, 0, null, null));
    Dialogue dialogue = was.dialogue().with(next);
    return switch (was) {
      case Owned.Recalled recalled when message.type() == MessageType.RECALL ->
          recalled.with(recalled.recall().made(message.hash(), message.jws())).with(dialogue);
      case Owned.Closed closed when message.type() == MessageType.RECALL ->
          closed
              .with(requireNonNull(closed.recall()).made(message.hash(), message.jws()))
              .with(dialogue);
      case Owned owned when body instanceof Offer made ->
          owned.with(owned.offer().with(made)).with(dialogue);
      case Owned _, Held _ -> was.with(dialogue);
    };
  }

  /** The partner has everything it may know of this version. */
  static Handover upToDate(Handover was, long caseVersion) {
    return was instanceof Owned owned && owned.share().told() != null
        ? told(owned, owned.share().told().seen(caseVersion))
        : was;
  }

  private static Owned told(Owned was, Told newest) {
    return switch (was) {
      case Owned.Accepted(var dialogue, var offer, boolean checked, var statement) ->
          new Owned.Released(dialogue, offer, checked, newest, statement);
      case Owned.Released(var dialogue, var offer, boolean checked, var _, var statement) ->
          new Owned.Released(dialogue, offer, checked, newest, statement);
      case Owned.Ended(var dialogue, var offer, var share) ->
          new Owned.Ended(dialogue, offer, share.with(newest));
      case Owned.Recalled(var dialogue, var offer, var recall, boolean given, var share) ->
          new Owned.Recalled(dialogue, offer, recall, given, share.with(newest));
      case Owned.Closed(var dialogue, var offer, var recall, var share) ->
          new Owned.Closed(dialogue, offer, recall, share.with(newest));
      case Owned.Waiting _, Owned.Rejected _ -> was; // nobody over there wanted to know
    };
  }

  /** Its number is used up; the next may go. */
  static Becomes<? extends Handover> answered(
      Handover was, InFlight done, MessageResult result, Instant now) {
    Exchange.Outgoing outgoing = was.exchange().outgoing().answered(done);
    if (result.isRefused() && done.type().isContent()) {
      outgoing = outgoing.later(now.plus(AFTER_REFUSAL), word(result.cause()));
    } else if (isRefusedStop(done, result)) {
      outgoing = outgoing.later(now.plus(nextTry(was, done.type())), word(result.cause()));
    }
    Dialogue dialogue =
        was.dialogue()
            .with(was.exchange().with(outgoing))
            .receipt(done.type() + "_" + result.answer(), now, sightingOf(was, done));
    return switch (was) {
      case Owned owned -> owned(owned.with(dialogue), done, result, now);
      case Held held -> held(held.with(dialogue), done, result);
    };
  }

  /** Which sighting it told of, or took back. */
  private static @Nullable String sightingOf(Handover was, InFlight done) {
    return done.type() == MessageType.SIGHTING
        ? done.reply()
        : was.exchange().replies().stream()
            .filter(reply -> reply.id().equals(done.reply()))
            .flatMap(reply -> Stream.ofNullable(reply.withdraws()))
            .findFirst()
            .orElse(null);
  }

  private static String word(@Nullable Cause cause) {
    return cause == null ? Cause.OTHER.name() : cause.name();
  }

  private static boolean isRefusedStop(InFlight done, MessageResult result) {
    return result.isRefused() && STOPS.contains(done.type());
  }

  /** Doubles with each refusal; a partner that has forgotten the handover may never take it. */
  private static Duration nextTry(Handover was, MessageType type) {
    String refusal = type + "_" + ReceiptResult.REFUSED;
    long before = was.receipts().stream().filter(line -> line.code().equals(refusal)).count();
    return AFTER_REFUSAL.multipliedBy(1L << Math.min(before, MOST_DOUBLINGS));
  }

  private static Becomes<Owned> owned(
      Owned sent, InFlight done, MessageResult result, Instant now) {
    OwnOffer.Signalled has =
        sent.offer().signalled().withUnknown(result.cause() == Cause.HANDOVER_NOT_KNOWN);
    Owned was = sent.with(sent.offer().with(has));
    if (isRefusedStop(done, result)) return unheard(was); // upholds 4
    return switch (done.type()) {
      case OFFER -> offered(was, result);
      case RELEASE, SYNC -> content(was, done, result, now);
      case FREEZE -> stops(was.with(was.offer().with(has.withFreeze(true))));
      case END -> stops(was.with(was.offer().with(has.withEnd())));
      case RECALL ->
          stops(
              was.with(was.offer().with(has.withRecall()))
                  .with(was.dialogue().closed(HandoverTask.CALL_PARTNER)));
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
    };
  }

  private static Becomes<Owned> offered(Owned was, MessageResult result) {
    boolean again = result.isPassing() || result.isSuperseded();
    OwnOffer offer = again ? was.offer() : was.offer().with(was.offer().signalled().withOffer());
    return result.isRefused() && !result.isPassing() && was instanceof Owned.Live
        ? stops(new Owned.Rejected(was.dialogue(), offer), ChangeType.HANDOVER_REJECTED)
        : stops(was.with(offer));
  }

  private static Becomes<Owned> content(
      Owned was, InFlight done, MessageResult result, Instant now) {
    Told before = was.share().told();
    if (result.isReceived()) {
      Told told = requireNonNull(done.told(), "a release says what it tells");
      OwnOffer offer = was.offer().with(was.offer().signalled().withFreeze(false));
      return stops(
          told(was.with(offer), told),
          before == null ? ChangeType.HANDOVER_RELEASED : ChangeType.HANDOVER_SYNCED);
    }
    if (result.cause() == Cause.NOT_NOW && before != null) {
      return stops(
          told(was, before.overAt(now)).with(was.dialogue().opened(HandoverTask.CALL_PARTNER)),
          ChangeType.HANDOVER_OVERDUE);
    }
    return stops(was);
  }

  /** The stop is still owed, and a person has to ask why it is refused. */
  private static Becomes<Owned> unheard(Owned was) {
    return was.open().contains(HandoverTask.CALL_PARTNER)
        ? stops(was)
        : stops(
            was.with(was.dialogue().opened(HandoverTask.CALL_PARTNER)),
            ChangeType.HANDOVER_OVERDUE);
  }

  private static Becomes<Held> held(Held was, InFlight done, MessageResult result) {
    // A sighting that was overtaken, or came too early, is still to be told.
    boolean again = result.isSuperseded() || result.isPassing();
    Held next = again ? was : was.with(was.exchange().without(done.reply()));
    boolean told = done.type() == MessageType.RECEIPT;
    told = told && answers(done, was.recall()); // upholds 7
    return told && next instanceof Withdrawn withdrawn && withdrawn.erased() != null
        ? stops(withdrawn.withReceiptTold(), ChangeType.HANDOVER_RECEIPTED)
        : stops(next);
  }

  /** A receipt of a lease's end that was under way does not answer the recall that came then. */
  private static boolean answers(InFlight receipt, @Nullable Withdrawal recall) {
    String body = requireNonNullElse(receipt.body(), "{}");
    String named = Json.mapper().readTree(body).path("recall").asString("");
    String asked = recall == null ? null : recall.hash();
    return named.equals(requireNonNullElse(asked, ""));
  }
}
