package org.homeward.bridge.handovers;

import static org.homeward.bridge.handovers.HandoverDecision.becomes;
import static org.homeward.bridge.handovers.HandoverDecision.erases;
import static org.homeward.bridge.handovers.HandoverDecision.same;
import static org.homeward.bridge.handovers.HandoverDecision.stops;
import static org.homeward.bridge.handovers.HolderDecisions.refused;

import java.util.EnumSet;
import java.util.Set;
import org.homeward.bridge.handovers.HandoverDecision.Move;
import org.homeward.bridge.handovers.HandoverDecision.Refusal;
import org.homeward.bridge.handovers.Held.Waiting.Stage;
import org.homeward.bridge.handovers.Held.Withdrawn;
import org.homeward.bridge.handovers.dialogue.Exchange;
import org.homeward.bridge.handovers.dialogue.Reply;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.event.ChangeType;

/** Applies the answers of this node's people to a handover of a partner's case. */
final class HolderWordDecisions {

  private static final int MAX_REPLIES = 100;
  private static final int MAX_BRAKES = 10;

  private HolderWordDecisions() {}

  /** The moves that a person can make now. */
  static Set<Move> allowed(Held was) {
    Set<Move> moves =
        switch (was) {
          case Held.Waiting waiting ->
              switch (waiting.stage()) {
                case NOT_YET ->
                    EnumSet.of(Move.ACKNOWLEDGE, Move.ACCEPT, Move.REJECT, Move.COUNTER);
                case ACKNOWLEDGED -> EnumSet.of(Move.ACCEPT, Move.REJECT, Move.COUNTER);
                case COUNTERED -> EnumSet.of(Move.ACCEPT, Move.REJECT);
              };
          case Held.Released released when !released.checked() ->
              EnumSet.of(Move.CHECK, Move.SIGHTINGS, Move.PROPOSALS);
          case Held.Accepted _, Held.Released _, Held.Ended _ ->
              EnumSet.of(Move.SIGHTINGS, Move.PROPOSALS);
          case Held.Missed _, Held.Rejected _, Withdrawn _ -> EnumSet.noneOf(Move.class);
        };
    if (was instanceof Held.Live) {
      moves.add(Move.BRAKE);
    }
    return moves;
  }

  static HandoverDecision<Held> decide(Held was, Reply reply) {
    if (!(was instanceof Held.Live live)) {
      return refused(was, Refusal.HANDOVER_OVER);
    }
    boolean counts = reply.type() != MessageType.BRAKE;
    counts = counts && reply.withdraws() == null; // upholds 7
    if (counts && waiting(live) >= MAX_REPLIES) {
      return refused(live, Refusal.FULL);
    }
    return switch (reply.type()) {
      case ACKNOWLEDGED, ACCEPTED, REJECTED, COUNTERED -> answer(live, reply);
      case CHECKED -> check(live, reply);
      case SIGHTING, PROPOSAL ->
          live instanceof Held.Waiting ? refused(live, Refusal.NOT_ACCEPTED) : queued(live, reply);
      case BRAKE -> braked(live, reply);
      case OFFER, RELEASE, SYNC, FREEZE, END, RECALL, RECEIPT ->
          throw new IllegalArgumentException("no person of a holder says " + reply.type());
    };
  }

  /** Without what the owner is to forget: that makes room, and none is refused for it. */
  private static long waiting(Held.Live was) {
    return was.exchange().replies().stream().filter(each -> each.withdraws() == null).count();
  }

  private static HandoverDecision<Held> queued(Held.Live was, Reply reply) {
    String sighting = reply.withdraws();
    return sighting == null
        ? becomes(was.with(was.dialogue().and(reply)))
        : withdrawn(was, reply, sighting);
  }

  /**
   * A sighting that is to be forgotten is composed no more. The owner may have what has begun to
   * leave, so it is told in any case.
   */
  private static HandoverDecision<Held> withdrawn(Held.Live was, Reply reply, String sighting) {
    Exchange exchange = was.exchange();
    if (exchange.replies().stream().anyMatch(each -> sighting.equals(each.withdraws()))) {
      return same();
    }
    exchange = exchange.withoutSighting(sighting); // upholds 7
    return stops(was.with(was.dialogue().with(exchange).and(reply)));
  }

  /** Each brake counts anew. At most ten wait for the owner. */
  private static HandoverDecision<Held> braked(Held.Live was, Reply reply) {
    long waiting =
        was.exchange().replies().stream().filter(each -> each.type() == MessageType.BRAKE).count();
    Dialogue dialogue = waiting < MAX_BRAKES ? was.dialogue().and(reply) : was.dialogue();
    return stops(was.with(dialogue.withBrake(true)), ChangeType.HANDOVER_BRAKED);
  }

  private static HandoverDecision<Held> answer(Held.Live was, Reply reply) {
    return switch (was) {
      case Held.Waiting waiting -> answer(waiting, reply);
      case Held.Accepted _ when reply.type() == MessageType.ACCEPTED -> same();
      case Held.Accepted _, Held.Released _ -> refused(was, Refusal.ANSWERED_BEFORE);
      case Held.Ended _ -> refused(was, Refusal.CASE_ENDED);
    };
  }

  private static HandoverDecision<Held> answer(Held.Waiting was, Reply reply) {
    Stage before = was.stage();
    return switch (reply.type()) {
      case ACKNOWLEDGED ->
          switch (before) {
            case NOT_YET -> said(was, reply, Stage.ACKNOWLEDGED, ChangeType.HANDOVER_ACKNOWLEDGED);
            case ACKNOWLEDGED -> same();
            case COUNTERED -> refused(was, Refusal.ANSWERED_BEFORE);
          };
      case COUNTERED ->
          before == Stage.COUNTERED
              ? same()
              : said(was, reply, Stage.COUNTERED, ChangeType.HANDOVER_COUNTERED);
      case ACCEPTED ->
          becomes(
              new Held.Accepted(was.dialogue().and(reply), was.offer()),
              ChangeType.HANDOVER_ACCEPTED);
      case REJECTED -> // what is not wanted is not kept
          erases(
              new Held.Rejected(was.dialogue().and(reply), was.shown()),
              ChangeType.HANDOVER_REJECTED);
      case CHECKED, SIGHTING, PROPOSAL, BRAKE, OFFER, RELEASE, SYNC, FREEZE, END, RECALL, RECEIPT ->
          throw new IllegalArgumentException(reply.type() + " is no answer");
    };
  }

  private static HandoverDecision<Held> said(
      Held.Waiting was, Reply reply, Stage next, ChangeType change) {
    return becomes(new Held.Waiting(was.dialogue().and(reply), was.offer(), next), change);
  }

  private static HandoverDecision<Held> check(Held.Live was, Reply reply) {
    if (was.checked()) {
      return same();
    }
    return switch (was) {
      case Held.Released released ->
          becomes(
              new Held.Released(was.dialogue().and(reply), was.offer(), released.lent(), true),
              ChangeType.HANDOVER_CHECKED);
      case Held.Ended _ -> refused(was, Refusal.CASE_ENDED);
      case Held.Waiting _, Held.Accepted _ -> refused(was, Refusal.NOTHING_RELEASED);
    };
  }
}
