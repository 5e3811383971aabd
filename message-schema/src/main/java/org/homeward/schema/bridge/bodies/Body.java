package org.homeward.schema.bridge.bodies;

/** The detachable part of a message; the message itself carries its hash only. */
public sealed interface Body {

  /** Content: made from a disclosure; every rule can stop it. */
  sealed interface Content extends Body permits Offer, Release, Sync, Sighting {}

  /** A signal: ids, codes and times only; no rule stops it. */
  sealed interface Bare extends Body
      permits Freeze, End, Recall, PartnerAnswer, Proposal, Brake, HolderReceipt {}
}
