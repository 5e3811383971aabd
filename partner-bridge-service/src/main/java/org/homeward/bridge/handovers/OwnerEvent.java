package org.homeward.bridge.handovers;

import org.homeward.bridge.handovers.OwnOffer.OwnCase;
import org.homeward.schema.bridge.ReceiptProof;
import org.homeward.schema.bridge.bodies.Brake;
import org.homeward.schema.bridge.bodies.HolderReceipt;
import org.homeward.schema.bridge.bodies.PartnerAnswer;
import org.homeward.schema.bridge.bodies.Proposal;
import org.homeward.schema.snapshots.HandedSighting;
import org.homeward.schema.snapshots.RecallReason;

/** An event for a handover of a case of this node. */
sealed interface OwnerEvent {

  /** A person here recalls it. */
  record RecallIt(RecallReason reason) implements OwnerEvent {}

  /** A person here wants the holder's lease to begin anew. */
  record Renew() implements OwnerEvent {}

  /** A person here says that a life may depend on it. */
  record Justify(String by, String justification, String reference) implements OwnerEvent {}

  /** The case has changed. */
  record CaseMoved(OwnCase seen) implements OwnerEvent {}

  /** One of the clocks may have rung. */
  record ClockRang() implements OwnerEvent {}

  /** The data are an earlier copy: the partner may have been told more than they say. */
  record Recovered() implements OwnerEvent {}

  /** The partner has said something. */
  sealed interface FromPartner extends OwnerEvent {}

  /** A person there has answered. */
  record Answered(Answering what, PartnerAnswer words) implements FromPartner {}

  /** A partner's answers. */
  enum Answering {
    ACKNOWLEDGED,
    ACCEPTED,
    REJECTED,
    COUNTERED,
    CHECKED
  }

  record Sighted(HandedSighting sighting) implements FromPartner {}

  /** A partner thinks that something should be done. */
  record Proposed(Proposal words) implements FromPartner {}

  /**
   * @param referenced it carries a police reference, or could not be read
   */
  record Braked(Brake words, boolean referenced) implements FromPartner {}

  /** The partner's statement of what it erased. */
  record Receipted(HolderReceipt receipt, ReceiptProof proof) implements FromPartner {}
}
