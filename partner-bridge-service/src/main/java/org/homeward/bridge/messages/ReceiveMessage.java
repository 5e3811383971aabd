package org.homeward.bridge.messages;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.homeward.bridge.handovers.ChangeHandover;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.HandoverDecision;
import org.homeward.bridge.handovers.HearPartner;
import org.homeward.bridge.handovers.Owned;
import org.homeward.bridge.handovers.dialogue.Exchange;
import org.homeward.bridge.partners.Partners;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.store.Incarnation;
import org.homeward.schema.bridge.Arrival;
import org.homeward.schema.bridge.Cause;
import org.homeward.schema.bridge.Heading;
import org.homeward.schema.bridge.MessageOpener;
import org.homeward.schema.bridge.MessageSigner;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.bridge.Receipt;
import org.homeward.schema.bridge.ReceiptResult;
import org.homeward.schema.bridge.Receipts;
import org.homeward.schema.bridge.TransportRefusal;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.bridge.partners.Registry;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.snapshots.HandoverSide;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a partner sends: state and receipt are stored in one write before the answer, and a
 * repeat gets the same receipt byte for byte.
 */
final class ReceiveMessage {

  private final GuardedDocuments<Handover> handovers;
  private final HearPartner hearPartner;
  private final Partners partners;
  private final MessageOpener opener;
  private final HeldKey key;
  private final MessageLog log;
  private final MessageAudit audit;
  private final Knocks knocks;
  private final Incarnation incarnation;
  private final LongConsumer unknownFields;
  private final Clock clock;

  /**
   * @param unknownFields counts fields of a newer program, which are left out
   */
  ReceiveMessage(
      GuardedDocuments<Handover> handovers,
      HearPartner hearPartner,
      Partners partners,
      MessageOpener opener,
      HeldKey key,
      MessageLog log,
      MessageAudit audit,
      Knocks knocks,
      Incarnation incarnation,
      LongConsumer unknownFields,
      Clock clock) {
    this.handovers = handovers;
    this.hearPartner = hearPartner;
    this.partners = partners;
    this.opener = opener;
    this.key = key;
    this.log = log;
    this.audit = audit;
    this.knocks = knocks;
    this.incarnation = incarnation;
    this.unknownFields = unknownFields;
    this.clock = clock;
  }

  /** The answer. */
  sealed interface MessageAnswer {

    /** A signed receipt; of a refusal too. */
    record Signed(String jws, boolean refused) implements MessageAnswer {}

    /** It is no message of a partner, or may come again unchanged. */
    record Unanswered(TransportRefusal why) implements MessageAnswer {}

    /** Nothing can be verified, or no more can be taken, at the moment. */
    record NotNow() implements MessageAnswer {}
  }

  MessageAnswer receive(byte[] request) {
    Registry registry = partners.registry().orElse(null);
    if (registry == null) {
      return new MessageAnswer.NotNow();
    }
    return switch (opener.open(request, registry, clock.instant())) {
      case Arrival.Unanswered(TransportRefusal why) -> {
        knocks.came(why.word());
        yield new MessageAnswer.Unanswered(why);
      }
      case Arrival.Refused(var partner, Heading heading, var signed, Cause cause) ->
          answer(new Came(partner.node(), heading, signed.hash(), null, cause));
      case Arrival.Taken taken -> {
        unknownFields.accept(taken.unknownFields());
        yield answer(
            new Came(
                taken.partner().node(),
                Heading.of(taken.message()),
                taken.signed().hash(),
                taken,
                null));
      }
    };
  }

  /**
   * A partner's message.
   *
   * @param taken null when it is refused whatever the handover is
   */
  record Came(
      String partner,
      Heading heading,
      String hash,
      Arrival.@Nullable Taken taken,
      @Nullable Cause cause) {}

  private MessageAnswer answer(Came came) {
    MessageAnswer received = decide(came);
    Heading heading = came.heading();
    if (received instanceof MessageAnswer.Signed(String jws, boolean _)) {
      log.receipted(heading.handover(), came.partner(), heading.seq(), came.hash(), jws);
    }
    record(came, received);
    return received;
  }

  private void record(Came came, MessageAnswer received) {
    Heading heading = came.heading();
    String outcome = "NOT_NOW";
    String cause = null;
    if (received instanceof MessageAnswer.Unanswered(TransportRefusal why)) {
      outcome = "UNANSWERED";
      cause = why.word();
    } else if (received instanceof MessageAnswer.Signed(String jws, boolean _)) {
      Receipt receipt = Receipts.stored(jws);
      outcome = receipt.result().name();
      cause = receipt.cause() == null ? null : receipt.cause().text();
    }
    audit.came(outcome, came.partner(), heading.handover(), heading.seq(), cause); // upholds 10
  }

  private MessageAnswer decide(Came came) {
    // Two nodes may choose one id; then each node sees the other's message as one for a foreign
    // handover.
    return switch (handovers.put(came.heading().handover(), read -> decide(read, came))) {
      case WriteOutcome.Written(var _, MessageAnswer received) -> received;
      case WriteOutcome.Kept(var _, MessageAnswer received) -> received;
      case WriteOutcome.NotMade(MessageAnswer received) -> received;
    };
  }

  private Decision<Handover, MessageAnswer> decide(Optional<Guarded<Handover>> read, Came came) {
    return read.map(known -> onKnown(known, came)).orElseGet(() -> onUnknown(came));
  }

  private Decision<Handover, MessageAnswer> onKnown(Guarded<Handover> read, Came came) {
    Handover state = read.state();
    Exchange.Incoming incoming = state.exchange().incoming();
    if (!state.partner().equals(came.partner())) {
      return Decision.keep(unstored(came, Cause.HANDOVER_NOT_KNOWN));
    }
    Optional<Exchange.KeptReceipt> before =
        incoming.receipts().stream().filter(kept -> kept.hash().equals(came.hash())).findFirst();
    if (before.isPresent()) {
      Exchange.KeptReceipt kept = before.get();
      return Decision.keep(new MessageAnswer.Signed(kept.jws(), kept.refused()));
    }
    MessageAnswer outOfOrder = outOfOrder(incoming, came);
    if (outOfOrder != null) {
      return Decision.keep(outOfOrder);
    }
    HearPartner.HandoverHeard heard = heard(read, came);
    boolean refused = heard.result() == ReceiptResult.REFUSED;
    String jws = sign(came, heard.result(), heard.cause());
    Exchange.KeptReceipt kept =
        new Exchange.KeptReceipt(came.heading().seq(), came.hash(), jws, refused);
    Handover next = heard.becomes() == null ? state : heard.becomes().next();
    Exchange exchange = next.exchange();
    Handover answered =
        next.with(
            exchange.with(incoming.and(kept, came.heading().incarnation(), incarnation.number())));
    boolean forget = heard.becomes() != null && heard.becomes().forget();
    List<ChangeType> changes = heard.becomes() == null ? List.of() : heard.becomes().changes();
    Edit<Handover> edit =
        ChangeHandover.edit(
            new HandoverDecision.Becomes<>(answered, changes, true, forget),
            read.dues(),
            "partner-" + came.partner(),
            clock.instant());
    return Decision.write(edit, new MessageAnswer.Signed(jws, refused));
  }

  /** Null when it is the one that comes next. */
  private @Nullable MessageAnswer outOfOrder(Exchange.Incoming incoming, Came came) {
    return switch (MessageOrder.of(incoming, came.heading(), endures(came), incarnation.number())) {
      case NEXT -> null;
      case OLD_INCARNATION -> unstored(came, Cause.OLD_INCARNATION);
      case FORKED -> unstored(came, Cause.FORKED);
      case GAP -> new MessageAnswer.Unanswered(TransportRefusal.OUT_OF_ORDER);
      case CHAIN_BROKEN -> unstored(came, Cause.CHAIN_BROKEN);
    };
  }

  /**
   * Taken over a gap: signals, and content without its body. The sender gave all earlier messages
   * up as answered, so the gap is our own loss after a restore.
   */
  private static boolean endures(Came came) {
    Arrival.Taken taken = came.taken();
    return taken != null && (!taken.message().type().isContent() || taken.isWithheld());
  }

  private HearPartner.HandoverHeard heard(Guarded<Handover> read, Came came) {
    Arrival.Taken taken = came.taken();
    if (taken == null) {
      return HearPartner.HandoverHeard.refused(
          Objects.requireNonNullElse(came.cause(), Cause.OTHER));
    }
    HandoverSide side = read.state() instanceof Owned ? HandoverSide.HOLDER : HandoverSide.OWNER;
    if (taken.message().type().by() != side) {
      return HearPartner.HandoverHeard.refused(Cause.NOT_YOUR_SIDE); // upholds 5
    }
    boolean other = taken.message().status().isExercise() != read.state().exercise();
    if (other) return HearPartner.HandoverHeard.refused(Cause.EXERCISE_AND_REAL); // upholds 9
    return hearPartner.hear(read.id(), read.state(), taken);
  }

  private Decision<Handover, MessageAnswer> onUnknown(Came came) {
    Arrival.Taken taken = came.taken();
    if (came.cause() == Cause.REGISTRY_EXPIRED) {
      return Decision.keep(
          new MessageAnswer.NotNow()); // a refusal would use up a number of no chain
    }
    if (taken == null) {
      return Decision.keep(unstored(came, Objects.requireNonNullElse(came.cause(), Cause.OTHER)));
    }
    if (taken.message().type() != MessageType.OFFER) {
      return Decision.keep(unstored(came, Cause.HANDOVER_NOT_KNOWN));
    }
    if (came.heading().prev() != null) {
      return Decision.keep(new MessageAnswer.Unanswered(TransportRefusal.OUT_OF_ORDER));
    }
    if (!isFirst(came.heading())) {
      return Decision.keep(unstored(came, Cause.CHAIN_BROKEN));
    }
    if (!hearPartner.takesMoreOffers(came.partner())) {
      return Decision.keep(new MessageAnswer.NotNow());
    }
    ReceiptResult result = taken.isWithheld() ? ReceiptResult.SUPERSEDED : ReceiptResult.RECEIVED;
    String jws = sign(came, result, null);
    var kept = new Exchange.KeptReceipt(came.heading().seq(), came.hash(), jws, false);
    HandoverDecision.Becomes<? extends Handover> fresh =
        hearPartner.offered(
            came.heading().handover(),
            taken,
            Exchange.SILENT.with(
                Exchange.Incoming.NOTHING.and(
                    kept, came.heading().incarnation(), incarnation.number())));
    Edit<Handover> edit =
        ChangeHandover.edit(fresh, Map.of(), "partner-" + came.partner(), clock.instant());
    return Decision.write(edit, new MessageAnswer.Signed(jws, false));
  }

  /** A store that was restored counts on from its incarnation. */
  private static boolean isFirst(Heading heading) {
    long ofIncarnation = heading.incarnation() << 32;
    return heading.seq() == 1 || (heading.incarnation() > 0 && heading.seq() == ofIncarnation);
  }

  /**
   * A message for another handover changes nothing in this one; the log has all earlier messages.
   */
  private MessageAnswer.Signed unstored(Came came, Cause cause) {
    return log.receipt(came.partner(), came.hash())
        .map(jws -> new MessageAnswer.Signed(jws, isRefusal(jws)))
        .orElseGet(() -> new MessageAnswer.Signed(sign(came, ReceiptResult.REFUSED, cause), true));
  }

  private String sign(Came came, ReceiptResult result, @Nullable Cause cause) {
    Instant now = clock.instant();
    return MessageSigner.sign(Receipt.to(came.heading(), came.hash(), result, cause, now), key);
  }

  private static boolean isRefusal(String jws) {
    return Receipts.stored(jws).result() == ReceiptResult.REFUSED;
  }
}
