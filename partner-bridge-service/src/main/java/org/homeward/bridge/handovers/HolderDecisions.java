package org.homeward.bridge.handovers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.homeward.bridge.handovers.Decided.becomes;
import static org.homeward.bridge.handovers.Decided.erases;
import static org.homeward.bridge.handovers.Decided.same;
import static org.homeward.bridge.handovers.Decided.stops;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.homeward.bridge.handovers.Decided.Move;
import org.homeward.bridge.handovers.Decided.Refusal;
import org.homeward.bridge.handovers.dialogue.Clocks;
import org.homeward.bridge.handovers.dialogue.Justification;
import org.homeward.bridge.handovers.dialogue.Reply;
import org.homeward.bridge.handovers.dialogue.VitalInterest;
import org.homeward.bridge.handovers.dialogue.Withdrawal;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.bridge.Offer;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.facts.HandedCase;
import org.homeward.schema.facts.HandoverStatus;
import org.homeward.schema.facts.HandoverTask;
import org.homeward.schema.facts.RecallReason;
import org.homeward.schema.facts.Scope;
import org.homeward.schema.json.SaysCodec;
import org.jspecify.annotations.Nullable;

/** What becomes of a handover of a partner's case. */
public final class HolderDecisions {

  static final int MAX_REPLIES = 100;

  /** What the rest of the node could not be told is not taken. */
  private static final int MAX_CONTENT_BYTES = 240 * 1024;

  private HolderDecisions() {}

  public static Decided<Held> decide(Held was, HolderEvent event, Instant now) {
    return switch (event) {
      case HolderEvent.Offered(Offer offer) -> offered(was, offer);
      case HolderEvent.Say(Reply reply) -> say(was, reply);
      case HolderEvent.Justify justify -> justify(was, justify, now);
      case HolderEvent.Given(HandedCase content, Instant leaseUntil) ->
          given(was, content, leaseUntil);
      case HolderEvent.Frozen() ->
          !was.isLive() || was.frozen()
              ? same()
              : stops(was.with().frozen(true).build(), ChangeType.HANDOVER_FROZEN);
      case HolderEvent.Ended() -> ended(was);
      case HolderEvent.Recalled(RecallReason reason, String hash) ->
          recalled(was, new Withdrawal(reason, now, hash, null), now);
      case HolderEvent.CopiesErased(Held.Erased what) -> copiesErased(was, what);
      case HolderEvent.ClockRang() -> rang(was, now);
    };
  }

  /** What a person can do now. */
  static Set<Move> allowed(Held was) {
    Set<Move> moves = EnumSet.noneOf(Move.class);
    if (!was.isLive()) {
      return moves;
    }
    if (was.status() == HandoverStatus.OFFERED) {
      moves.add(Move.ACKNOWLEDGE);
    }
    if (was.canBeAnswered()) {
      moves.addAll(EnumSet.of(Move.ACCEPT, Move.REJECT));
    }
    if (was.canBeAnswered() && was.status() != HandoverStatus.COUNTERED) {
      moves.add(Move.COUNTER);
    }
    if (was.status() == HandoverStatus.RELEASED && !was.checked()) {
      moves.add(Move.CHECK);
    }
    if (was.isWorkedOn() || was.status() == HandoverStatus.ENDED) {
      moves.addAll(EnumSet.of(Move.SIGHTINGS, Move.PROPOSALS));
    }
    if (!was.braked()) {
      moves.add(Move.BRAKE);
    }
    return moves;
  }

  /** Only where nothing has been offered yet. */
  private static Decided<Held> offered(Held was, @Nullable Offer offer) {
    boolean untouched =
        was.status() == HandoverStatus.REVOKED && was.recall() == null && was.offer() == null;
    if (!untouched) {
      return refused(was, Refusal.ANSWERED_BEFORE);
    }
    return offer == null
        ? same()
        : becomes(
            was.with().status(HandoverStatus.OFFERED).offer(offer).build(),
            ChangeType.HANDOVER_OFFERED);
  }

  private static Decided<Held> say(Held was, Reply reply) {
    if (!was.isLive()) {
      return refused(was, Refusal.HANDOVER_OVER);
    }
    boolean full = was.exchange().replies().size() >= MAX_REPLIES;
    if (full && reply.type() != MessageType.BRAKE) {
      return refused(was, Refusal.FULL);
    }
    return switch (reply.type()) {
      case ACKNOWLEDGED ->
          switch (was.status()) {
            case OFFERED ->
                said(was, reply, HandoverStatus.ACKNOWLEDGED, ChangeType.HANDOVER_ACKNOWLEDGED);
            case ACKNOWLEDGED -> same();
            default -> refused(was, tooLate(was));
          };
      case ACCEPTED -> answer(was, reply, HandoverStatus.ACCEPTED, ChangeType.HANDOVER_ACCEPTED);
      case REJECTED -> reject(was, reply);
      case COUNTERED ->
          was.status() == HandoverStatus.COUNTERED
              ? same()
              : answer(was, reply, HandoverStatus.COUNTERED, ChangeType.HANDOVER_COUNTERED);
      case CHECKED -> check(was, reply);
      case SIGHTING, PROPOSAL ->
          was.isWorkedOn() || was.status() == HandoverStatus.ENDED
              ? becomes(was.with(was.exchange().and(reply)))
              : refused(was, Refusal.NOT_ACCEPTED);
      case BRAKE ->
          was.braked()
              ? same()
              : stops(
                  was.with().braked(true).exchange(was.exchange().and(reply)).build(),
                  ChangeType.HANDOVER_BRAKED);
      case OFFER, RELEASE, SYNC, FREEZE, END, RECALL, RECEIPT ->
          throw new IllegalArgumentException("no person of a holder says " + reply.type());
    };
  }

  private static Decided<Held> answer(
      Held was, Reply reply, HandoverStatus status, ChangeType change) {
    if (was.status() == status) {
      return same();
    }
    return was.canBeAnswered() ? said(was, reply, status, change) : refused(was, tooLate(was));
  }

  private static Refusal tooLate(Held was) {
    return was.status() == HandoverStatus.ENDED ? Refusal.CASE_ENDED : Refusal.ANSWERED_BEFORE;
  }

  private static Decided<Held> said(
      Held was, Reply reply, HandoverStatus status, ChangeType change) {
    return becomes(was.with().status(status).exchange(was.exchange().and(reply)).build(), change);
  }

  /** What is not wanted is not kept. */
  private static Decided<Held> reject(Held was, Reply reply) {
    return was.canBeAnswered()
        ? erases(
            was.with()
                .status(HandoverStatus.REJECTED)
                .offer(null)
                .exchange(was.exchange().and(reply))
                .build(),
            ChangeType.HANDOVER_REJECTED)
        : refused(was, tooLate(was));
  }

  private static Decided<Held> check(Held was, Reply reply) {
    if (was.checked()) {
      return same();
    }
    return switch (was.status()) {
      case RELEASED ->
          becomes(
              was.with().checked(true).exchange(was.exchange().and(reply)).build(),
              ChangeType.HANDOVER_CHECKED);
      case ENDED -> refused(was, Refusal.CASE_ENDED);
      default -> refused(was, Refusal.NOTHING_RELEASED);
    };
  }

  private static Decided<Held> justify(Held was, HolderEvent.Justify word, Instant now) {
    if (!was.isLive()) {
      return refused(was, Refusal.HANDOVER_OVER);
    }
    return switch (Justification.of(was.vital(), word.by(), now)) {
      case FIRST ->
          becomes(
              atOnce(
                  was.with()
                      .vital(
                          new VitalInterest(
                              word.by(), word.justification(), word.reference(), now, null))
                      .build()));
      case CONFIRMS ->
          becomes(
              atOnce(was.with().vital(OwnerDecisions.confirmed(was.vital(), word.by())).build()));
      case NOTHING_NEW -> same();
      case SAME_PERSON -> refused(was, Refusal.SECOND_PERSON_REQUIRED);
    };
  }

  private static Decided<Held> given(Held was, HandedCase content, Instant leaseUntil) {
    if (!was.isLive()) {
      return refused(was, Refusal.HANDOVER_OVER);
    }
    if (was.status() == HandoverStatus.ENDED) {
      return refused(was, Refusal.CASE_ENDED);
    }
    if (!was.isWorkedOn()) {
      return refused(was, Refusal.NOT_ACCEPTED);
    }
    if (SaysCodec.write(content.facts()).toString().getBytes(UTF_8).length > MAX_CONTENT_BYTES) {
      return refused(was, Refusal.FULL);
    }
    HandedCase held = was.content();
    if (held != null && isOlder(content, held)) {
      return same();
    }
    return becomes(
        was.with()
            .status(HandoverStatus.RELEASED)
            .content(content)
            .known(true)
            .leaseUntil(leaseUntil)
            .frozen(false)
            .build(),
        held == null ? ChangeType.HANDOVER_RELEASED : ChangeType.HANDOVER_SYNCED);
  }

  private static boolean isOlder(HandedCase content, HandedCase held) {
    return content.caseVersion() < held.caseVersion()
        || (content.caseVersion() == held.caseVersion()
            && held.scope() == Scope.FULL
            && content.scope() == Scope.MINIMUM);
  }

  private static Decided<Held> ended(Held was) {
    if (!was.isLive() || was.status() == HandoverStatus.ENDED) {
      return same();
    }
    return stops(
        was.with().status(HandoverStatus.ENDED).content(endedContent(was.content())).build(),
        ChangeType.HANDOVER_ENDED);
  }

  private static @Nullable HandedCase endedContent(@Nullable HandedCase held) {
    return held == null
        ? null
        : new HandedCase(
            held.scope(), held.children(), held.facts(), held.caseVersion(), true, held.notTo());
  }

  /** Everything of the case leaves this document now; the rest of the node follows its event. */
  private static Decided<Held> recalled(Held was, Withdrawal recall, Instant now) {
    Withdrawal before = was.recall();
    boolean isKnown =
        before != null && before.hash() != null && before.hash().equals(recall.hash());
    if (isKnown) {
      return same();
    }
    HeldBuilder next =
        was.with()
            .recall(recall)
            .receiptTold(false)
            .offer(null)
            .content(null)
            .exchange(was.exchange().withoutContent());
    if (before != null) {
      // The lease had ended already, or the owner was restored: what is left is to name this one.
      return stops(next.build());
    }
    if (was.known()) {
      return erases(next.status(HandoverStatus.RECALLED).build(), ChangeType.HANDOVER_RECALLED);
    }
    return erases(
        next.status(HandoverStatus.REVOKED).erased(new Held.Erased(now, List.of(), null)).build(),
        ChangeType.HANDOVER_REVOKED);
  }

  private static Decided<Held> copiesErased(Held was, Held.Erased what) {
    return was.recall() == null || was.erased() != null
        ? same()
        : stops(
            was.with()
                .erased(what)
                .closed(HandoverTask.RECEIPT_OVERDUE)
                .exchange(was.exchange().with(was.exchange().outgoing().atOnce()))
                .build());
  }

  private static Decided<Held> rang(Held was, Instant now) {
    Instant lease = was.leaseUntil();
    if (was.isLive() && was.content() != null && lease != null && !now.isBefore(lease)) {
      return recalled(was, Withdrawal.of(RecallReason.LEASE, now), now); // upholds 7
    }
    Instant by = erasedBy(was);
    return by == null || now.isBefore(by) || was.open().contains(HandoverTask.RECEIPT_OVERDUE)
        ? same()
        : becomes(
            was.with().opened(HandoverTask.RECEIPT_OVERDUE).build(), ChangeType.HANDOVER_OVERDUE);
  }

  /** When this node's copies should be gone; null when nothing is awaited. */
  static @Nullable Instant erasedBy(Held was) {
    Withdrawal recall = was.recall();
    return recall == null || was.erased() != null ? null : recall.at().plus(Clocks.RECEIPT);
  }

  private static Held atOnce(Held next) {
    return next.with(next.exchange().with(next.exchange().outgoing().atOnce()));
  }

  private static Decided<Held> refused(Held was, Refusal why) {
    return new Decided.Refused<>(why, allowed(was));
  }
}
