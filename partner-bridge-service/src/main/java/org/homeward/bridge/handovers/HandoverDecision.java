package org.homeward.bridge.handovers;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.homeward.schema.event.ChangeType;

/**
 * The outcome of an event for a handover.
 *
 * @param <H> the side
 */
public sealed interface HandoverDecision<H extends Handover> {

  /**
   * @param changes what its readers are told
   * @param essential never refused for size
   * @param forget what it said before must be erased, its history too
   */
  record Becomes<H extends Handover>(
      H next, List<ChangeType> changes, boolean essential, boolean forget)
      implements HandoverDecision<H> {

    public Becomes {
      changes = List.copyOf(changes);
    }

    Becomes<H> and(ChangeType more) {
      List<ChangeType> all = new ArrayList<>(changes);
      all.add(more);
      return new Becomes<>(next, all, essential, forget);
    }
  }

  /** The handover is already so, or the event is late. */
  record Same<H extends Handover>() implements HandoverDecision<H> {}

  /**
   * @param allowed what a person can do instead
   */
  record Refused<H extends Handover>(Refusal why, Set<Move> allowed)
      implements HandoverDecision<H> {}

  static <H extends Handover> Becomes<H> becomes(H next, ChangeType... changes) {
    return new Becomes<>(next, List.of(changes), false, false);
  }

  /** A change that stops something; it is stored whatever the size. */
  static <H extends Handover> Becomes<H> stops(H next, ChangeType... changes) {
    return new Becomes<>(next, List.of(changes), true, false);
  }

  /** An end that leaves nothing of the content behind. */
  static <H extends Handover> Becomes<H> erases(H next, ChangeType... changes) {
    return new Becomes<>(next, List.of(changes), true, true);
  }

  static <H extends Handover> HandoverDecision<H> same() {
    return new Same<>();
  }

  /** Why not. */
  enum Refusal {
    /** A holder wants what only the owner can do. */
    NOT_THE_OWNER,
    /** An owner wants what only the holder can do. */
    NOT_THE_HOLDER,
    /** It is over, or was recalled. */
    HANDOVER_OVER,
    /** It was answered before. */
    ANSWERED_BEFORE,
    /** Nobody has accepted it. */
    NOT_ACCEPTED,
    /** There is nothing yet to be checked. */
    NOTHING_RELEASED,
    /** A child of the case is still missing here. */
    NOBODY_SAID_FOUND,
    /** The case has ended. */
    CASE_ENDED,
    /** The same person cannot confirm. */
    SECOND_PERSON_REQUIRED,
    /** Too much waits for the partner, or came from it; no more is accepted. */
    FULL,
    /** The statement names a recall that was not made. */
    WRONG_RECALL,
    /** More than the minimum came before a person here has looked for a conflict. */
    NOT_CHECKED,
    /** It tells what no partner may be told. */
    NOT_FOR_PARTNERS,
    /** Nobody may hold a case for so long without a renewal. */
    LEASE_TOO_LONG,
    /** It is kept from this node, which is asked to hold it. */
    KEPT_FROM_RECEIVER
  }

  /** A move that a person can make with a handover. */
  enum Move {
    ACKNOWLEDGE,
    ACCEPT,
    REJECT,
    COUNTER,
    CHECK,
    RECALL,
    BRAKE,
    SIGHTINGS,
    PROPOSALS
  }
}
