package org.homeward.schema.bridge;

/** What a holder proposes; the owner decides. */
public enum ProposalKind {
  FOUND,
  ALERT,
  CORRECTION,
  OTHER
}
