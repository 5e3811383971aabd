package org.homeward.schema.bridge.bodies;

/** The kind of a proposal; the owner decides. */
public enum ProposalKind {
  FOUND,
  ALERT,
  CORRECTION,
  /** A tip that the holder told of is to be forgotten: a person there erases it. */
  SIGHTING_WITHDRAWN,
  OTHER
}
