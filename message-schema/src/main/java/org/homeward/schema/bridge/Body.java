package org.homeward.schema.bridge;

/** The detachable part of a message; the message itself carries its hash only. */
public sealed interface Body {

  /** It tells of a child: made from a disclosure, stopped by every rule there is. */
  sealed interface Content extends Body permits Offer, Release, Sync, Sighting {}

  /** Ids, codes and times only: a signal, stopped by no rule. */
  sealed interface Bare extends Body
      permits Freeze, End, Recall, PartnerAnswer, Proposal, Brake, HolderReceipt {}
}
