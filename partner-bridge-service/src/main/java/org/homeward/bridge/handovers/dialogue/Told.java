package org.homeward.bridge.handovers.dialogue;

import java.time.Instant;
import org.homeward.schema.facts.Scope;

/**
 * The owner's record of what a holder knows: not the content, only its version.
 *
 * @param caseVersion the owner's version it was made from
 * @param content hash of the content, to see that nothing new is to be told
 * @param onVitalInterest it crossed the border only because a life may depend on it
 */
public record Told(
    long caseVersion,
    Scope scope,
    Instant at,
    Instant leaseUntil,
    String content,
    boolean onVitalInterest) {

  public Told seen(long version) {
    return new Told(version, scope, at, leaseUntil, content, onVitalInterest);
  }

  public boolean isOver(Instant now) {
    return !now.isBefore(leaseUntil);
  }

  /** The partner says that it does not have the content that it receipted. */
  public Told overAt(Instant now) {
    Instant end = now.isBefore(leaseUntil) ? now : leaseUntil;
    return new Told(caseVersion, scope, at, end, content, onVitalInterest);
  }

  /** Half of the lease: when it is renewed. */
  public Instant renewAt() {
    return at.plusMillis((leaseUntil.toEpochMilli() - at.toEpochMilli()) / 2);
  }
}
