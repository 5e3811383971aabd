package org.homeward.bridge.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import org.homeward.bridge.disclosure.PartnerGate;
import org.homeward.bridge.disclosure.PartnerGate.MessageComposed;
import org.homeward.bridge.handovers.ChangeHandover;
import org.homeward.bridge.handovers.FollowOwnCase;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.Held;
import org.homeward.bridge.handovers.Owed;
import org.homeward.bridge.handovers.Owned;
import org.homeward.bridge.handovers.dialogue.Exchange;
import org.homeward.bridge.handovers.dialogue.InFlight;
import org.homeward.bridge.photos.HeldPhotos;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.store.Incarnation;
import org.homeward.pictures.keeping.PhotosAway;
import org.homeward.schema.bridge.Hashes;
import org.homeward.schema.bridge.Message;
import org.homeward.schema.bridge.MessageSigner;
import org.homeward.schema.bridge.MessageStatus;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.bridge.SignedMessage;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.snapshots.HandoverSide;

/** Prepares the next message that a handover owes: asks the gate, signs and stores it. */
final class PrepareMessage {

  private final ChangeHandover changeHandover;
  private final PartnerGate gate;
  private final Attempts attempts;
  private final FollowOwnCase followOwnCase;
  private final GuardedDocuments<CaseCopy> copies;
  private final HeldPhotos heldPhotos;
  private final HeldKey key;
  private final String node;
  private final Incarnation incarnation;
  private final Clock clock;

  /**
   * @param key that signs for this node
   */
  PrepareMessage(
      ChangeHandover changeHandover,
      PartnerGate gate,
      Attempts attempts,
      FollowOwnCase followOwnCase,
      GuardedDocuments<CaseCopy> copies,
      HeldPhotos heldPhotos,
      HeldKey key,
      String node,
      Incarnation incarnation,
      Clock clock) {
    this.changeHandover = changeHandover;
    this.gate = gate;
    this.attempts = attempts;
    this.followOwnCase = followOwnCase;
    this.copies = copies;
    this.heldPhotos = heldPhotos;
    this.key = key;
    this.node = node;
    this.incarnation = incarnation;
    this.clock = clock;
  }

  /** Whether there may be something to be sent now. */
  boolean prepare(Guarded<Handover> found) {
    if (found.state() instanceof Owned) {
      followOwnCase.catchUp(found, copies);
    }
    Guarded<Handover> read = changeHandover.find(found.id()).orElse(found);
    Instant now = clock.instant();
    Owed owed = Owed.by(read.state(), now).orElse(null);
    if (owed == null) {
      changeHandover.settle(read.id());
      return false;
    }
    if (owed.type() == MessageType.RECEIPT && read.dues().containsKey(KeptHistory.FORGET_DUE)) {
      return false; // its history goes first, and with that write we are asked again
    }
    int photos;
    try {
      photos = owed.type() == MessageType.RECEIPT ? heldPhotos.erase(read.id()) : 0;
    } catch (PhotosAway e) {
      attempts.later(read, "photos-not-erased");
      return false;
    }
    return switch (gate.compose(read.id(), read.state(), owed, isErased(read), photos)) {
      case MessageComposed.Ready ready -> {
        intend(read, owed, ready, now);
        yield true;
      }
      case MessageComposed.NothingNew(long version) -> {
        changeHandover.upToDate(read, version);
        yield true;
      }
      case MessageComposed.Waits(String why) -> {
        attempts.later(read, why);
        yield false;
      }
    };
  }

  private void intend(Guarded<Handover> read, Owed owed, MessageComposed.Ready ready, Instant now) {
    Handover state = read.state();
    Exchange.Outgoing out = state.exchange().outgoing();
    long seq = next(out.lastSeq());
    byte[] body = MessageSigner.write(owed.type(), ready.body());
    var message =
        new Message(
            Message.VERSION,
            node,
            state.partner(),
            read.id(),
            state instanceof Owned ? HandoverSide.OWNER : HandoverSide.HOLDER,
            incarnation.number(),
            seq,
            out.lastHash(),
            now,
            owed.type(),
            Message.SCHEMA,
            MessageStatus.of(state.exercise()),
            Hashes.of(body));
    SignedMessage signed = MessageSigner.sign(message, key);
    var inFlight =
        new InFlight(
            seq,
            owed.type(),
            signed.jws(),
            signed.hash(),
            new String(body, UTF_8),
            ready.fields(),
            ready.basis(),
            ready.told(),
            owed.reply() == null ? null : owed.reply().id());
    changeHandover.intend(read, inFlight, ready.body());
  }

  /** After a restore the numbers go on above all that were ever used. */
  private long next(long last) {
    return Math.max(last + 1, (long) incarnation.number() << 32);
  }

  /**
   * Intake and this service hold no copy of a partner's case, nor of what it was before. Where the
   * node was told of the case, its tombstone is still to come as long as there is no copy.
   */
  private boolean isErased(Guarded<Handover> read) {
    return read.state() instanceof Held held
        && copies
            .find(held.caseId())
            .map(
                copy ->
                    copy.state() instanceof CaseCopy.Erased erased
                        && erased.forgotten()
                        && !copy.dues().containsKey(KeptHistory.FORGET_DUE))
            .orElse(!held.isKnown());
  }
}
