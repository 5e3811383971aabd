package org.homeward.schema.bridge.bodies;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.homeward.schema.values.Code;

/** The holder's proposal to the owner; a person at the owner calls back. */
public record Proposal(Code<ProposalKind> what, Instant at) implements Body.Bare {

  public Proposal {
    requireNonNull(what, "what");
    requireNonNull(at, "at");
  }
}
