package org.homeward.schema.bridge.bodies;

/** The kind of a proposal; the owner decides. */
public enum ProposalKind {
  FOUND,
  ALERT,
  CORRECTION,
  OTHER
}
