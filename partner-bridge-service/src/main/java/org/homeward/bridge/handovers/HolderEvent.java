package org.homeward.bridge.handovers;

import java.time.Instant;
import java.util.Set;
import org.homeward.bridge.handovers.dialogue.Reply;
import org.homeward.schema.bridge.bodies.Offer;
import org.homeward.schema.snapshots.HandedCase;
import org.homeward.schema.snapshots.RecallReason;
import org.jspecify.annotations.Nullable;

/** An event for a handover of a partner's case. */
sealed interface HolderEvent {

  /**
   * The owner offers the case once more: the first time it could not be taken.
   *
   * @param offer null when it was void before it came
   */
  record Offered(@Nullable Offer offer) implements HolderEvent {}

  /** A person here answers, brakes, proposes or tells of a sighting. */
  record Say(Reply reply) implements HolderEvent {}

  /** A person here says that a life may depend on a sighting's reaching the owner. */
  record Justify(String by, String justification, String reference) implements HolderEvent {}

  /**
   * The owner gives the case, or a newer state of it.
   *
   * @param here how {@code notTo} would name this node
   */
  record Given(HandedCase content, Instant leaseUntil, Set<String> here) implements HolderEvent {}

  record Frozen() implements HolderEvent {}

  record Ended() implements HolderEvent {}

  /**
   * The owner recalls it.
   *
   * @param hash of the recall's payload
   */
  record Recalled(RecallReason reason, String hash) implements HolderEvent {}

  /** This node has erased its copies of the case. */
  record CopiesErased(Held.Erased what) implements HolderEvent {}

  /** One of the clocks may have rung. */
  record ClockRang() implements HolderEvent {}
}
