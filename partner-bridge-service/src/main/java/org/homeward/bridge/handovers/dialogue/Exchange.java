package org.homeward.bridge.handovers.dialogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.homeward.schema.bridge.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one handover.
 *
 * @param replies what a holder has to say and has not said yet, in the order of its sending
 */
public record Exchange(Outgoing outgoing, Incoming incoming, List<Reply> replies) {

  public static final Exchange SILENT = new Exchange(Outgoing.NOTHING, Incoming.NOTHING, List.of());

  public Exchange {
    outgoing = outgoing == null ? Outgoing.NOTHING : outgoing;
    incoming = incoming == null ? Incoming.NOTHING : incoming;
    replies = replies == null ? List.of() : List.copyOf(replies);
  }

  public Exchange with(Outgoing next) {
    return new Exchange(next, incoming, replies);
  }

  public Exchange with(Incoming next) {
    return new Exchange(outgoing, next, replies);
  }

  public Exchange with(List<Reply> next) {
    return new Exchange(outgoing, incoming, next);
  }

  /** Queues a message; one that stops something goes in front. */
  public Exchange and(Reply reply) {
    List<Reply> all = new ArrayList<>(replies);
    all.add(reply.isUrgent() ? 0 : all.size(), reply);
    return new Exchange(outgoing.atOnce(), incoming, all);
  }

  public Exchange without(@Nullable String replyId) {
    return with(replies.stream().filter(reply -> !reply.id().equals(replyId)).toList());
  }

  /** Nothing of this sighting leaves any more; its number does, if it has one. */
  public Exchange withoutSighting(String id) {
    InFlight now = outgoing.inFlight();
    Outgoing bare =
        now != null && now.type() == MessageType.SIGHTING && id.equals(now.reply())
            ? outgoing.with(now.withoutBody())
            : outgoing;
    List<Reply> left =
        replies.stream()
            .filter(reply -> reply.type() != MessageType.SIGHTING || !reply.id().equals(id))
            .toList();
    return new Exchange(bare, incoming, left);
  }

  /** No attempt was made. */
  public boolean isSilent() {
    return outgoing.lastSeq() == 0 && outgoing.inFlight() == null;
  }

  /** Erases all content. */
  public Exchange withoutContent() {
    InFlight now = outgoing.inFlight();
    Outgoing bare =
        now != null && now.type().isContent() ? outgoing.with(now.withoutBody()) : outgoing;
    List<Reply> signals = replies.stream().filter(reply -> !reply.type().isContent()).toList();
    return new Exchange(bare.atOnce(), incoming, signals);
  }

  /**
   * The outgoing side.
   *
   * @param lastSeq of the newest message that was answered for good
   * @param lastHash of its payload
   * @param inFlight has a number and may have arrived
   * @param attempts since the last success
   * @param next when to try again; null is at once
   * @param waitsFor why nothing can be sent now, as a code
   */
  public record Outgoing(
      long lastSeq,
      @Nullable String lastHash,
      @Nullable InFlight inFlight,
      int attempts,
      @Nullable Instant next,
      @Nullable String waitsFor) {

    static final Outgoing NOTHING = new Outgoing(0, null, null, 0, null, null);

    public Outgoing with(@Nullable InFlight now) {
      return new Outgoing(lastSeq, lastHash, now, attempts, next, waitsFor);
    }

    /** The same, to be tried at once: something has changed. */
    public Outgoing atOnce() {
      return new Outgoing(lastSeq, lastHash, inFlight, attempts, null, null);
    }

    public Outgoing later(Instant at, @Nullable String why) {
      return new Outgoing(lastSeq, lastHash, inFlight, attempts + 1, at, why);
    }

    /** The message in flight is answered for good. */
    public Outgoing answered(InFlight done) {
      return new Outgoing(done.seq(), done.hash(), null, 0, null, null);
    }
  }

  /**
   * The incoming side.
   *
   * @param incarnation of the partner's store when it sent the newest
   * @param receipts of the newest messages, byte for byte as given; older ones are in the log
   * @param takenAs incarnation of this node's store when it took the newest
   */
  public record Incoming(
      long lastSeq,
      long incarnation,
      @Nullable String lastHash,
      List<KeptReceipt> receipts,
      int takenAs) {

    static final int KEPT = 200;

    public static final Incoming NOTHING = new Incoming(0, 0, null, List.of(), 0);

    public Incoming {
      receipts = receipts == null ? List.of() : List.copyOf(receipts);
    }

    /** Messages in the gap were lost with this node's own store, and nobody sends them again. */
    public boolean hasLostSome(int incarnation) {
      return takenAs < incarnation;
    }

    /**
     * @param own incarnation of this node's store
     */
    public Incoming and(KeptReceipt receipt, long partnerIncarnation, int own) {
      List<KeptReceipt> all = new ArrayList<>(receipts);
      all.add(receipt);
      int from = Math.max(0, all.size() - KEPT);
      return new Incoming(
          receipt.seq(), partnerIncarnation, receipt.hash(), all.subList(from, all.size()), own);
    }
  }

  /**
   * A receipt that was given.
   *
   * @param hash of the payload that it is for
   * @param refused it says so
   */
  public record KeptReceipt(long seq, String hash, String jws, boolean refused) {}
}
