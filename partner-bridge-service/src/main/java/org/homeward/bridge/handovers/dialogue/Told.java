package org.homeward.bridge.handovers.dialogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.homeward.schema.facts.Scope;

/**
 * The owner's record of what a holder knows: not the content, only its version.
 *
 * @param caseVersion the owner's version it was made from
 * @param content hash of the content, to see that nothing new is to be told
 * @param onVitalInterest it crossed the border only because a life may depend on it
 * @param toRenew a person wants the lease renewed now
 */
public record Told(
    long caseVersion,
    Scope scope,
    Instant at,
    Instant leaseUntil,
    String content,
    boolean onVitalInterest,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean toRenew) {

  public Told(
      long caseVersion,
      Scope scope,
      Instant at,
      Instant leaseUntil,
      String content,
      boolean onVitalInterest) {
    this(caseVersion, scope, at, leaseUntil, content, onVitalInterest, false);
  }

  public Told seen(long version) {
    return new Told(version, scope, at, leaseUntil, content, onVitalInterest, toRenew);
  }

  /** The same, to be told again with a new lease. */
  public Told forRenewal() {
    return new Told(caseVersion, scope, at, leaseUntil, content, onVitalInterest, true);
  }

  public boolean isOver(Instant now) {
    return !now.isBefore(leaseUntil);
  }

  /** The partner says that it does not have the content that it receipted. */
  public Told overAt(Instant now) {
    Instant end = now.isBefore(leaseUntil) ? now : leaseUntil;
    return new Told(caseVersion, scope, at, end, content, onVitalInterest);
  }

  /** When it is renewed: at half of the lease, unless a person wants it before. */
  public Instant renewAt() {
    return toRenew ? at : at.plusMillis((leaseUntil.toEpochMilli() - at.toEpochMilli()) / 2);
  }
}
