package org.homeward.schema.bridge.bodies;

/** The kind of a proposal; the owner decides. */
public enum ProposalKind {
  FOUND,
  ALERT,
  CORRECTION,
  /** The holder takes a sighting back: the owner erases it, and a person there reads so. */
  SIGHTING_WITHDRAWN,
  OTHER
}
