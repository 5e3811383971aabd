package org.homeward.bridge.messages;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import org.homeward.bridge.disclosure.PartnerGate;
import org.homeward.bridge.disclosure.PartnerGate.Passage;
import org.homeward.bridge.handovers.ChangeHandover;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.Owed;
import org.homeward.bridge.handovers.dialogue.InFlight;
import org.homeward.bridge.handovers.dialogue.SendOwed;
import org.homeward.bridge.partners.Partners;
import org.homeward.durable.document.Guarded;
import org.homeward.face.trace.Trace;
import org.homeward.schema.bridge.Cause;
import org.homeward.schema.bridge.Receipt;
import org.homeward.schema.bridge.Receipts;
import org.homeward.schema.bridge.SignedMessage;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.bridge.partners.Partner;
import org.homeward.schema.values.Code;

/**
 * Sends the messages that a handover owes its partner, one after the other, each until it is
 * answered.
 *
 * <p>The message is stored with its number and signature before its first attempt, so that after a
 * crash the same bytes are repeated.
 */
final class SendMessages {

  /** The outcome of an attempt after which it is not known what the partner has. */
  static final String UNANSWERED = "unanswered";

  private static final int IN_ONE_GO = 20;

  private final ChangeHandover changeHandover;
  private final PrepareMessage prepareMessage;
  private final PartnerGate gate;
  private final Attempts attempts;
  private final Partners partners;
  private final MessageLog log;
  private final PartnerBridge partnerBridge;
  private final SendSettings settings;
  private final DeliveryCount count;
  private final Clock clock;
  private final ConcurrentHashMap<String, Integer> asked = new ConcurrentHashMap<>();

  /** Counts how deliveries end. */
  @FunctionalInterface
  interface DeliveryCount {
    void ended(String partner, String outcome);
  }

  SendMessages(
      ChangeHandover changeHandover,
      PrepareMessage prepareMessage,
      PartnerGate gate,
      Attempts attempts,
      Partners partners,
      MessageLog log,
      PartnerBridge partnerBridge,
      SendSettings settings,
      DeliveryCount count,
      Clock clock) {
    this.changeHandover = changeHandover;
    this.prepareMessage = prepareMessage;
    this.gate = gate;
    this.attempts = attempts;
    this.partners = partners;
    this.log = log;
    this.partnerBridge = partnerBridge;
    this.settings = settings;
    this.count = count;
    this.clock = clock;
  }

  /** Returns when nothing is left to be sent now, or the partner does not answer. */
  void send(String id) {
    if (asked.merge(id, 1, Integer::sum) > 1) {
      return; // who is at it looks once more
    }
    int seen;
    do {
      seen = asked.getOrDefault(id, 1);
      try {
        for (int i = 0; i < IN_ONE_GO && step(id); i++) {
          // the next message
        }
      } catch (RuntimeException e) {
        asked.remove(id);
        throw e;
      }
    } while (!asked.remove(id, seen));
  }

  /** Whether there may be more to do at once. */
  private boolean step(String id) {
    Guarded<Handover> read = changeHandover.find(id).orElse(null);
    if (read == null || !isTime(read)) {
      return false;
    }
    try (var _ = Trace.following(read.trace()).open()) {
      return prepareOrAttempt(read);
    }
  }

  private boolean prepareOrAttempt(Guarded<Handover> read) {
    InFlight now = read.state().exchange().outgoing().inFlight();
    return now == null ? prepareMessage.prepare(read) : attempt(read, now);
  }

  private boolean isTime(Guarded<Handover> read) {
    return read.dueAt(clock.instant()).contains(SendOwed.DUE);
  }

  private boolean attempt(Guarded<Handover> read, InFlight message) {
    Handover state = read.state();
    Instant now = clock.instant();
    Partners.Way way = partners.way(state.partner()).orElse(null);
    if (way == null) {
      return later(read, "partner-unknown");
    }
    boolean content = message.type().isContent() && message.body() != null;
    if (Owed.isOvertaken(state, message, now)) content = false; // upholds 4
    Passage passage = content ? gate.again(read.id(), state, message) : null;
    if (passage instanceof Passage.Closed(String why)) {
      return later(read, why);
    }
    Partner partner = way.partner();
    Jwk key = (content ? partner.sealingKey(now) : partner.signalKey(now)).orElse(null);
    if (key == null) {
      return later(read, "partner-has-no-key");
    }
    Parcel parcel = Parcel.signal(message, key, now);
    if (passage instanceof Passage.Open open) {
      log.disclosing(disclosed(read, message, now)); // upholds 10
      parcel = Parcel.content(open, key, now);
    }
    return switch (partnerBridge.post(partner.endpoint(), parcel, settings.deadline())) {
      case PartnerBridge.Response.Unknown(String why) -> later(read, why);
      case PartnerBridge.Response.Answered(int status, String answer) ->
          Receipts.verify(answer, SignedMessage.stored(message.jws()), way.registry())
              .map(receipt -> answered(read, message, receipt))
              .orElseGet(() -> later(read, "status-" + status));
    };
  }

  private static MessageLog.RegisterEntry disclosed(
      Guarded<Handover> read, InFlight message, Instant now) {
    var told = message.told();
    return new MessageLog.RegisterEntry(
        read.id(),
        read.state().partner(),
        message.seq(),
        message.type().name(),
        now,
        told == null ? null : told.scope(),
        message.fields(),
        message.basis(),
        told == null ? null : told.leaseUntil());
  }

  private boolean answered(Guarded<Handover> read, InFlight message, Receipt receipt) {
    count.ended(read.state().partner(), receipt.result().name());
    Code<Cause> cause = receipt.cause();
    changeHandover.answered(read, message, receipt.result(), cause == null ? null : cause.value());
    log.answered(
        read.id(), read.state().partner(), message.seq(), message.hash(), receipt.result().name());
    return true;
  }

  private boolean later(Guarded<Handover> read, String why) {
    count.ended(read.state().partner(), UNANSWERED);
    attempts.later(read, why);
    return false;
  }
}
