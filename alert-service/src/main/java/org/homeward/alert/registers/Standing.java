package org.homeward.alert.registers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether an entry holds. */
public enum Standing {
  /** Only the administrator who entered it has said what it is. */
  UNCONFIRMED,
  VALID,
  EXPIRED,
  REVOKED;

  /**
   * @param until from then on it holds nothing
   * @param revokedAt when somebody ended it before
   */
  public static Standing of(
      boolean confirmed, Instant until, @Nullable Instant revokedAt, Instant now) {
    if (revokedAt != null) {
      return REVOKED;
    }
    if (!now.isBefore(until)) {
      return EXPIRED;
    }
    if (!confirmed) return UNCONFIRMED; // upholds 3, 6
    return VALID;
  }
}
