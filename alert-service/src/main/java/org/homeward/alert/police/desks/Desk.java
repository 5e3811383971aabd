package org.homeward.alert.police.desks;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A police desk that reads the feed.
 *
 * @param exercise gets exercises and nothing else
 * @param keyHash SHA-256 of its key, in hex; the key itself is nowhere
 * @param expiresAt from then on the key is no key
 * @param revokedAt when somebody revoked it before
 */
public record Desk(
    String name,
    Jurisdiction jurisdiction,
    boolean exercise,
    String keyHash,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant revokedAt) {

  /** The changes of an entry; they stay in this service. */
  static final String REGISTERED = "desk.registered.v1";

  public static final String REVOKED = "desk.revoked.v1";

  public Desk {
    requireNonNull(name, "name");
    requireNonNull(jurisdiction, "jurisdiction");
    requireNonNull(keyHash, "keyHash");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(expiresAt, "expiresAt");
  }

  public Standing standing(Instant now) {
    if (revokedAt != null) {
      return Standing.REVOKED;
    }
    return now.isBefore(expiresAt) ? Standing.VALID : Standing.EXPIRED;
  }

  /** Whether a desk's key holds. */
  public enum Standing {
    VALID,
    EXPIRED,
    REVOKED
  }

  Desk revoked(Instant at) {
    return new Desk(name, jurisdiction, exercise, keyHash, createdAt, expiresAt, at);
  }

  @Override
  public String toString() {
    return "Desk[" + name + "]";
  }
}
