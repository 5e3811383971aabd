package org.homeward.bridge.handovers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.homeward.bridge.handovers.Decided.becomes;
import static org.homeward.bridge.handovers.Decided.erases;
import static org.homeward.bridge.handovers.Decided.same;
import static org.homeward.bridge.handovers.Decided.stops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.bridge.handovers.Decided.Move;
import org.homeward.bridge.handovers.Decided.Refusal;
import org.homeward.bridge.handovers.dialogue.CaseSeen;
import org.homeward.bridge.handovers.dialogue.Clocks;
import org.homeward.bridge.handovers.dialogue.InFlight;
import org.homeward.bridge.handovers.dialogue.Justification;
import org.homeward.bridge.handovers.dialogue.Told;
import org.homeward.bridge.handovers.dialogue.VitalInterest;
import org.homeward.bridge.handovers.dialogue.Withdrawal;
import org.homeward.schema.bridge.Brake;
import org.homeward.schema.bridge.ErasureResult;
import org.homeward.schema.bridge.HolderReceipt;
import org.homeward.schema.bridge.MessageOpener;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.bridge.PartnerAnswer;
import org.homeward.schema.bridge.Proposal;
import org.homeward.schema.bridge.ProposalKind;
import org.homeward.schema.bridge.ReceiptProof;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.facts.HandedSighting;
import org.homeward.schema.facts.HandoverStatus;
import org.homeward.schema.facts.HandoverTask;
import org.homeward.schema.facts.RecallReason;
import org.homeward.schema.json.SaysCodec;
import org.jspecify.annotations.Nullable;

/** What becomes of a handover of a case of this node. */
public final class OwnerDecisions {

  static final int MAX_SIGHTINGS = 200;

  /** All sightings travel in one snapshot. */
  private static final long MAX_SIGHTING_BYTES = 128 * 1024;

  private OwnerDecisions() {}

  public static Decided<Owned> decide(Owned was, OwnerEvent event, Instant now) {
    return switch (event) {
      case OwnerEvent.RecallIt(RecallReason reason) -> recall(was, reason, now);
      case OwnerEvent.Justify justify -> justify(was, justify, now);
      case OwnerEvent.CaseMoved(CaseSeen seen) -> moved(was, seen, now);
      case OwnerEvent.ClockRang() -> rang(was, now);
      case OwnerEvent.Recovered() -> recovered(was);
      case OwnerEvent.Answered(OwnerEvent.Answering what, PartnerAnswer words) ->
          answered(was, what, words);
      case OwnerEvent.Sighted(HandedSighting sighting) -> sighted(was, sighting);
      case OwnerEvent.Proposed(Proposal words) -> proposed(was, words);
      case OwnerEvent.Braked(Brake words) ->
          !was.isLive() || was.heard().brake() != null
              ? same()
              : stops(
                  stopped(was.with().braked(true).heard(was.heard().with(words)).build()),
                  ChangeType.HANDOVER_BRAKED);
      case OwnerEvent.Receipted(HolderReceipt receipt, ReceiptProof proof) ->
          receipted(was, receipt, proof, now);
    };
  }

  /** What a person can do now. */
  static Set<Move> allowed(Owned was) {
    return was.isLive() ? EnumSet.of(Move.RECALL) : EnumSet.noneOf(Move.class);
  }

  private static Decided<Owned> recall(Owned was, RecallReason reason, Instant now) {
    if (was.recall() != null) {
      return same();
    }
    return was.isOver()
        ? new Decided.Refused<>(Refusal.HANDOVER_OVER, allowed(was))
        : recalled(was, was.with(), reason, now, false);
  }

  /**
   * @param next with what else has changed
   * @param forget nothing of the case stays here either
   */
  private static Decided<Owned> recalled(
      Owned was, OwnedBuilder next, RecallReason reason, Instant now, boolean forget) {
    boolean accepted = was.isGiven() || was.told() != null;
    ChangeType change = accepted ? ChangeType.HANDOVER_RECALLED : ChangeType.HANDOVER_REVOKED;
    HandoverStatus status = accepted ? HandoverStatus.RECALLED : HandoverStatus.REVOKED;
    if (was.isUntold()) {
      status = HandoverStatus.CLOSED; // nobody was told anything
    }
    Owned recalled =
        stopped(
            next.status(status)
                .recall(Withdrawal.of(reason, now))
                .closed(
                    HandoverTask.ACKNOWLEDGEMENT_OVERDUE,
                    HandoverTask.ANSWER_OVERDUE,
                    HandoverTask.READ_SIGHTING,
                    HandoverTask.READ_PROPOSAL)
                .build());
    return forget ? erases(recalled, change) : stops(recalled, change);
  }

  /** What was not said to a partner in this copy may have been; and its receipt may be lost. */
  private static Decided<Owned> recovered(Owned was) {
    boolean mayHaveHeard = was.isLive() && was.isUntold();
    boolean owesReceipt = was.recall() != null && was.proof() == null && !was.isOver();
    boolean again = owesReceipt && (was.signalled().recall() || isOnItsWay(was));
    return mayHaveHeard || again
        ? becomes(atOnce(was.with().signalled(was.signalled().withPerhaps()).build()))
        : same();
  }

  private static boolean isOnItsWay(Owned was) {
    InFlight now = was.exchange().outgoing().inFlight();
    return now != null && now.type() == MessageType.RECALL && !was.signalled().perhaps();
  }

  private static Decided<Owned> justify(Owned was, OwnerEvent.Justify word, Instant now) {
    if (!was.isLive()) {
      return new Decided.Refused<>(Refusal.HANDOVER_OVER, allowed(was));
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
      case CONFIRMS -> becomes(atOnce(was.with().vital(confirmed(was.vital(), word.by())).build()));
      case NOTHING_NEW -> same();
      case SAME_PERSON -> new Decided.Refused<>(Refusal.SECOND_PERSON_REQUIRED, allowed(was));
    };
  }

  static @Nullable VitalInterest confirmed(@Nullable VitalInterest said, String by) {
    return said == null ? null : said.confirmed(by);
  }

  private static Decided<Owned> moved(Owned was, CaseSeen seen, Instant now) {
    if (seen.version() <= was.seen().version()) {
      return same();
    }
    OwnedBuilder next = was.with().seen(seen);
    if (seen.erased()) {
      next.offer(null).sightings(List.of()).exchange(was.exchange().withoutContent());
      return was.isLive()
          ? recalled(was, next, RecallReason.ERASED, now, true)
          : erases(next.build(), ChangeType.HANDOVER_ERASED);
    }
    if (!was.isLive()) {
      return same();
    }
    if (seen.ended() && !was.seen().ended()) {
      HandoverStatus status = was.isGiven() ? HandoverStatus.ENDED : was.status();
      return stops(
          stopped(
              next.status(status)
                  .closed(HandoverTask.READ_SIGHTING, HandoverTask.READ_PROPOSAL)
                  .build()),
          ChangeType.HANDOVER_ENDED);
    }
    return seen.frozen() && !was.seen().frozen()
        ? stops(stopped(next.build()), ChangeType.HANDOVER_FROZEN)
        : becomes(atOnce(next.build()));
  }

  private static Decided<Owned> rang(Owned was, Instant now) {
    if (was.isLive() && mustGiveUp(was, now)) {
      Decided<Owned> revoked =
          recalled(
              was, was.with().opened(HandoverTask.GAVE_UP), RecallReason.WITHDRAWN, now, false);
      return with(revoked, ChangeType.HANDOVER_OVERDUE);
    }
    List<HandoverTask> late = new ArrayList<>(late(was, now));
    late.removeAll(was.open());
    if (late.isEmpty()) {
      return same();
    }
    OwnedBuilder next = was.with();
    late.forEach(next::opened);
    return becomes(next.build(), ChangeType.HANDOVER_OVERDUE);
  }

  /** Nobody accepted in time; or nobody confirmed what one person had let across the border. */
  private static boolean mustGiveUp(Owned was, Instant now) {
    boolean unwanted = (was.isUnanswered() || was.status() == HandoverStatus.COUNTERED);
    if (unwanted && !now.isBefore(was.clocks().stopBy())) {
      return true;
    }
    Told told = was.mayKnow();
    VitalInterest vital = was.vital();
    return told != null && told.onVitalInterest() && vital != null && !vital.holds(now);
  }

  /** Tasks whose time has come, whether they are open or not. */
  private static List<HandoverTask> late(Owned was, Instant now) {
    List<HandoverTask> late = new ArrayList<>();
    if (was.isLive() && !was.seen().ended()) {
      if (was.status() == HandoverStatus.OFFERED && !now.isBefore(was.clocks().acknowledgeBy())) {
        late.add(HandoverTask.ACKNOWLEDGEMENT_OVERDUE); // upholds 11
      }
      if (was.isUnanswered() && !now.isBefore(was.clocks().answerBy())) {
        late.add(HandoverTask.ANSWER_OVERDUE);
      }
    }
    Instant receiptBy = receiptBy(was);
    if (receiptBy != null && !now.isBefore(receiptBy)) {
      late.add(HandoverTask.RECEIPT_OVERDUE);
    }
    return late;
  }

  /** When the partner's statement is due; null when none is. */
  static @Nullable Instant receiptBy(Owned was) {
    if (was.isOver() || was.proof() != null) {
      return null;
    }
    if (was.recall() != null) {
      return was.recall().at().plus(Clocks.RECEIPT);
    }
    Told told = was.mayKnow();
    return told == null ? null : told.leaseUntil().plus(Clocks.RECEIPT);
  }

  /** What crosses a recall or comes late is true, and changes nothing. */
  private static Decided<Owned> answered(
      Owned was, OwnerEvent.Answering what, PartnerAnswer words) {
    return switch (what) {
      case ACKNOWLEDGED ->
          was.status() == HandoverStatus.OFFERED
              ? becomes(
                  was.with()
                      .status(HandoverStatus.ACKNOWLEDGED)
                      .closed(HandoverTask.ACKNOWLEDGEMENT_OVERDUE)
                      .build(),
                  ChangeType.HANDOVER_ACKNOWLEDGED)
              : same();
      case ACCEPTED -> answer(was, words, HandoverStatus.ACCEPTED, ChangeType.HANDOVER_ACCEPTED);
      case REJECTED -> answer(was, words, HandoverStatus.REJECTED, ChangeType.HANDOVER_REJECTED);
      case COUNTERED ->
          was.isUnanswered()
              ? answer(was, words, HandoverStatus.COUNTERED, ChangeType.HANDOVER_COUNTERED)
              : same();
      case CHECKED ->
          was.isGiven() && !was.checked()
              ? becomes(atOnce(was.with().checked(true).build()), ChangeType.HANDOVER_CHECKED)
              : same();
    };
  }

  private static Decided<Owned> answer(
      Owned was, PartnerAnswer words, HandoverStatus status, ChangeType change) {
    boolean waits = was.isUnanswered() || was.status() == HandoverStatus.COUNTERED;
    return was.isLive() && waits
        ? becomes(
            atOnce(
                was.with()
                    .status(status)
                    .heard(was.heard().with(words))
                    .closed(HandoverTask.ACKNOWLEDGEMENT_OVERDUE, HandoverTask.ANSWER_OVERDUE)
                    .build()),
            change)
        : same();
  }

  private static Decided<Owned> sighted(Owned was, HandedSighting sighting) {
    boolean there = was.sightings().stream().anyMatch(known -> known.id().equals(sighting.id()));
    if (there || was.seen().erased()) {
      return same();
    }
    if (was.isUnanswered() || was.status() == HandoverStatus.COUNTERED || was.isOver()) {
      return new Decided.Refused<>(Refusal.NOT_ACCEPTED, allowed(was));
    }
    if (was.sightings().size() >= MAX_SIGHTINGS || bytes(was, sighting) > MAX_SIGHTING_BYTES) {
      return new Decided.Refused<>(Refusal.FULL, allowed(was));
    }
    List<HandedSighting> all = new ArrayList<>(was.sightings());
    all.add(sighting);
    return becomes(
        was.with().sightings(all).opened(HandoverTask.READ_SIGHTING).build(),
        ChangeType.HANDOVER_SIGHTED);
  }

  private static long bytes(Owned was, HandedSighting more) {
    return Stream.concat(was.sightings().stream(), Stream.of(more))
        .mapToLong(seen -> SaysCodec.write(seen.says()).toString().getBytes(UTF_8).length)
        .sum();
  }

  private static Decided<Owned> proposed(Owned was, Proposal words) {
    if (!was.isLive()) {
      return same();
    }
    OwnedBuilder next =
        was.with().heard(was.heard().with(words)).opened(HandoverTask.READ_PROPOSAL);
    return words.what().is(ProposalKind.FOUND)
        ? stops(
            stopped(next.braked(true).build()),
            ChangeType.HANDOVER_PROPOSED,
            ChangeType.HANDOVER_BRAKED)
        : becomes(next.build(), ChangeType.HANDOVER_PROPOSED);
  }

  private static Decided<Owned> receipted(
      Owned was, HolderReceipt receipt, ReceiptProof proof, Instant now) {
    if (was.status() == HandoverStatus.REJECTED) {
      return same();
    }
    String named = receipt.recall();
    Withdrawal recall = was.recall();
    if (named != null && (recall == null || !named.equals(recall.hash()))) {
      return new Decided.Refused<>(Refusal.WRONG_RECALL, allowed(was));
    }
    if (was.isOver()) {
      return isBetter(was.proof(), receipt)
          ? stops(was.with().proof(proof).build(), ChangeType.HANDOVER_RECEIPTED)
          : same();
    }
    boolean asked = named != null || isLeaseOver(was, now);
    if (!asked) return unasked(was, receipt, now); // upholds 7
    OwnedBuilder next = was.with().proof(proof).receipt(receipt.result().name(), now);
    if (receipt.result() != ErasureResult.REFUSED) {
      next.status(HandoverStatus.CLOSED)
          .closed(HandoverTask.RECEIPT_OVERDUE, HandoverTask.CALL_PARTNER);
      return erases(next.build(), ChangeType.HANDOVER_RECEIPTED);
    }
    return stops(next.opened(HandoverTask.RECEIPT_OVERDUE).build(), ChangeType.HANDOVER_RECEIPTED);
  }

  /** Nothing ends by it: a person has to ask what it means. */
  private static Decided<Owned> unasked(Owned was, HolderReceipt receipt, Instant now) {
    return stops(
        was.with()
            .receipt(receipt.result() + "_UNASKED", now)
            .opened(HandoverTask.CALL_PARTNER)
            .build(),
        ChangeType.HANDOVER_OVERDUE);
  }

  /** What was said to be gone stays said; only that it answers the recall is more. */
  private static boolean isBetter(@Nullable ReceiptProof before, HolderReceipt receipt) {
    return before != null
        && before.recall() == null
        && receipt.recall() != null
        && receipt.result() != ErasureResult.REFUSED;
  }

  /** On the holder's clock, which may be ahead of ours by as much as content's may. */
  private static boolean isLeaseOver(Owned was, Instant now) {
    Told told = was.mayKnow();
    return told != null && !now.plus(MessageOpener.SKEW).isBefore(told.leaseUntil());
  }

  private static Decided<Owned> with(Decided<Owned> decided, ChangeType more) {
    if (decided instanceof Decided.Becomes<Owned> becomes) {
      List<ChangeType> all = new ArrayList<>(becomes.changes());
      all.add(more);
      return new Decided.Becomes<>(becomes.next(), all, becomes.essential(), becomes.forget());
    }
    return decided;
  }

  private static Owned atOnce(Owned next) {
    return next.with(next.exchange().with(next.exchange().outgoing().atOnce()));
  }

  /** What is on its way with words goes on without them, and at once. */
  private static Owned stopped(Owned next) {
    return atOnce(next);
  }
}
