package org.homeward.schema.bridge.partners;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.bridge.keys.KeyUse;

/** A public key of a partner with its validity; a leaked one is removed. */
public record PartnerKey(KeyUse use, Jwk jwk, Instant notBefore, Instant notAfter) {

  /** How far two clocks may differ. */
  static final Duration SKEW = Duration.ofMinutes(5);

  public PartnerKey {
    requireNonNull(use, "use");
    requireNonNull(jwk, "jwk");
    requireNonNull(notBefore, "notBefore");
    requireNonNull(notAfter, "notAfter");
  }

  public boolean isValidAt(Instant time) {
    return !time.isBefore(notBefore.minus(SKEW)) && !time.isAfter(notAfter.plus(SKEW));
  }
}
