package org.homeward.bridge.handovers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.homeward.bridge.handovers.Held.Withdrawn;
import org.homeward.bridge.handovers.dialogue.Exchange;
import org.homeward.bridge.handovers.dialogue.InFlight;
import org.homeward.bridge.handovers.dialogue.Reply;
import org.homeward.bridge.handovers.dialogue.Told;
import org.homeward.bridge.handovers.dialogue.VitalInterest;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.facts.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The next message that a handover owes its partner. It follows from the state alone: a newer state
 * replaces one that was not sent in time.
 *
 * @param scope of a release or sync
 * @param reply of a holder's word
 */
public record Owed(MessageType type, @Nullable Scope scope, @Nullable Reply reply) {

  private static Optional<Owed> signal(MessageType type) {
    return Optional.of(new Owed(type, null, null));
  }

  public static Optional<Owed> by(Handover handover, Instant now) {
    return switch (handover) {
      case Owned owned -> byOwner(owned, now);
      case Held held -> byHolder(held);
    };
  }

  private static Optional<Owed> byOwner(Owned owned, Instant now) {
    OwnOffer.Signalled has = owned.offer().signalled();
    boolean fresh =
        owned instanceof Owned.Waiting waiting && waiting.stage() == Owned.Waiting.Stage.NOT_YET;
    if (fresh && !has.offer() && !owned.isStopped() && !owned.offer().seen().braked()) {
      return signal(MessageType.OFFER);
    }
    if (owned.isUntold()) {
      return Optional.empty();
    }
    if (owned.recall() != null) {
      return has.recall() ? Optional.empty() : signal(MessageType.RECALL);
    }
    return owned instanceof Owned.Live live ? byOwner(live, now) : Optional.empty();
  }

  private static Optional<Owed> byOwner(Owned.Live owned, Instant now) {
    OwnOffer.Signalled has = owned.offer().signalled();
    if (owned.offer().seen().ended()) {
      return has.end() ? Optional.empty() : signal(MessageType.END);
    }
    if (owned.offer().seen().stopsPartner() && !has.freeze()) {
      return signal(MessageType.FREEZE);
    }
    if (owned.isStopped()) return Optional.empty(); // upholds 4
    return switch (owned) {
      case Owned.Accepted accepted -> content(MessageType.RELEASE, accepted);
      case Owned.Released released -> sync(released, now);
      case Owned.Waiting _, Owned.Ended _ -> Optional.empty();
    };
  }

  private static Optional<Owed> content(MessageType type, Owned.Given owned) {
    return Optional.ofNullable(owned.scope()).map(scope -> new Owed(type, scope, null));
  }

  private static Optional<Owed> sync(Owned.Released owned, Instant now) {
    Told told = owned.told();
    if (told.isOver(now)) {
      return Optional
          .empty(); // the partner's lease is over: it had to erase, and gets nothing more
    }
    boolean current =
        told.scope() == owned.scope()
            && told.caseVersion() >= owned.offer().seen().version()
            && !owned.offer().signalled().freeze()
            && !mayBeLonger(owned.offer().vital(), told)
            && now.isBefore(told.renewAt());
    return current ? Optional.empty() : content(MessageType.SYNC, owned);
  }

  /** A ground that one person opened for twelve hours was confirmed by a second one. */
  private static boolean mayBeLonger(@Nullable VitalInterest vital, Told told) {
    return told.onVitalInterest() && vital != null && vital.isConfirmed();
  }

  /** Signals before sightings: nothing holds a signal up. */
  private static Optional<Owed> byHolder(Held held) {
    if (held instanceof Withdrawn gone && gone.erased() != null && !gone.isReceiptTold()) {
      return signal(MessageType.RECEIPT);
    }
    List<Reply> replies = held.exchange().replies();
    return replies.stream()
        .filter(reply -> !reply.type().isContent())
        .findFirst()
        .or(() -> replies.stream().findFirst())
        .map(reply -> new Owed(reply.type(), null, reply));
  }

  /** The message under way must go on without its body, because something newer overtook it. */
  public static boolean isOvertaken(Handover handover, InFlight message, Instant now) {
    if (!message.type().isContent()) {
      return false;
    }
    return switch (handover) {
      case Owned owned -> {
        Told told = message.told();
        boolean held = message.type() == MessageType.OFFER && owned.offer().seen().braked();
        yield owned.isStopped()
            || held
            || (told != null && told.isOver(now))
            || (told != null && told.caseVersion() < owned.offer().seen().version())
            || (told != null && told.scope() != owned.scope());
      }
      case Held held -> held.recall() != null || (hasSignal(held) && isStuck(held));
    };
  }

  /** A signal must not wait behind content that is held back or did not get through. */
  private static boolean isStuck(Held held) {
    Exchange.Outgoing out = held.exchange().outgoing();
    return out.attempts() > 0 || out.waitsFor() != null;
  }

  private static boolean hasSignal(Held held) {
    return held.exchange().replies().stream().anyMatch(reply -> !reply.type().isContent());
  }
}
