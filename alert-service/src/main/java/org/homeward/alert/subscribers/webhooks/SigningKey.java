package org.homeward.alert.subscribers.webhooks;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key of a webhook as it is kept: what is secret of it is sealed.
 *
 * @param id tells one key of a webhook from another
 * @param until from then on it signs nothing; null for the newest
 * @param secret the HMAC key, sealed
 * @param privateKey the Ed25519 key, PKCS 8, sealed
 * @param publicKey the other half of it, in the form of Standard Webhooks; no secret
 */
public record SigningKey(
    String id,
    Instant madeAt,
    @Nullable Instant until,
    String secret,
    String privateKey,
    String publicKey) {

  public SigningKey {
    requireNonNull(id, "id");
    requireNonNull(madeAt, "madeAt");
    requireNonNull(secret, "secret");
    requireNonNull(privateKey, "privateKey");
    requireNonNull(publicKey, "publicKey");
  }

  boolean signs(Instant now) {
    return until == null || now.isBefore(until);
  }

  SigningKey until(Instant end) {
    return new SigningKey(id, madeAt, end, secret, privateKey, publicKey);
  }

  @Override
  public String toString() {
    return "SigningKey[" + id + "]";
  }
}
