package org.homeward.schema.bridge;

/** The kind of a proposal; the owner decides. */
public enum ProposalKind {
  FOUND,
  ALERT,
  CORRECTION,
  OTHER
}
