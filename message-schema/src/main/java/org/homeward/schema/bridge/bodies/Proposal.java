package org.homeward.schema.bridge.bodies;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/**
 * The holder's proposal to the owner; a person at the owner calls back.
 *
 * @param sighting that the owner is to forget; null for any other proposal
 */
public record Proposal(Code<ProposalKind> what, Instant at, @Nullable String sighting)
    implements Body.Bare {

  public Proposal {
    requireNonNull(what, "what");
    requireNonNull(at, "at");
  }

  /** One that names no sighting. */
  public Proposal(Code<ProposalKind> what, Instant at) {
    this(what, at, null);
  }
}
